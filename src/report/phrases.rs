//! The phrases of a report, in both languages.

use crate::engine::{Class, Says, Status, counted};
use crate::spec::{Lang, Words};

/// A sentence of a record in one language.
pub fn said(says: &Says, lang: Lang) -> &str {
    match lang {
        Lang::En => &says.en,
        Lang::Zh => &says.zh,
    }
}

macro_rules! phrases {
    ($($name:ident: $en:literal, $zh:literal;)+) => {
        $(pub(super) const $name: Words = Words::new($en, $zh);)+
    };
}

phrases! {
    RUN: "paystone {0}: {1}, {2}, seed {3}", "paystone {0}: {1}, {2}, 种子 {3}";
    SHARD: ", shard {0}/{1}", ", 第 {0}/{1} 分片";
    FINDING: "FINDING", "不符";
    WARNING: "WARNING", "警告";
    VALID: "a valid {0}, except that", "合法的{0}, 但";
    AS_IT_IS: "a valid {0}, as it is", "合法的{0}, 未作改动";
    NOT_PASSED: "{0} is not passed", "{0} 未传";
    IS: "{0} is {1}", "{0} 为 {1}";
    BEFORE_IT: "and before it {0}: {1}", "此前第 {0} 步: {1}";
    EXPECTED: "expected", "期望";
    ONE_OF: "expected one of", "期望以下之一";
    GOT: "got", "实际";
    BECAUSE: "because {0}", "因为{0}";
    NO_RULE_BROKEN: "no rule is broken", "没有违反任何规则";
    IS_BROKEN: "{0} is broken", "违反了 {0}";
    READING: "; reading {0} = {1}", ", 且按 {0} = {1} 理解";
    PASSES: "it passes where {0}", "若 {0}, 则通过";
    WITHOUT_EARLIER: "there is no step before", "没有此前的调用";
    SAID: "standard error", "标准错误输出";
    REPLAY: "replay", "重放";
    ALSO: "or the rule {0}  {1}", "也可能是规则 {0}  {1}";
    NO_SUSPECT: "no rule speaks of what was seen", "没有规则提及这一现象";
    SWEPT: "sweep", "全扫";
    EXPLORED: "exploration", "探索";
    CORPUS: "corpus", "用例集";
    BASELINE: "baseline", "基线";
    WAS_KNOWN: "it was known, and its last day was {0}: {1}", "此项曾列为已知, 期限为 {0}: {1}";
    KNOWN: "Known findings", "已知的不符项";
    OCCURS: "known", "已知";
    GONE: "no longer occurs (`paystone baseline prune` takes it out)", "不再出现 (可用 `paystone baseline prune` 移除)";
    EXPIRED: "expired, its last day was {0}", "已过期, 期限为 {0}";
    STRAY: "matches nothing, for it names a rule that does not exist", "无从匹配, 因其所列规则不存在";
    NOT_TRIED: "not tried, for {0}", "未检验, 因{0}";
    OUT_OF_DATE: "the baseline is out of date on {0}", "基线中有 {0}已过时";
    STALE: "{0}; {1}", "{0}; {1}";
    LONG: "{0}... ({1} characters)", "{0}... (共 {1} 个字符)";
    READINGS: "How gaps are read", "文档空白处的读法";
    INCONSISTENT: "not the same everywhere", "前后不一";
    PRECEDENCE: "Which of two refusals goes first", "同时违反两条规则时先报哪一条";
    DEPARTURES: "Departures from the profile", "与档案不一致之处";
    READ_SO: "{0} was read as {1}, and is read as {2}", "{0} 原读法为 {1}, 现为 {2}";
    NOW_FIRST: "{0}: {1} goes first now, where these went first", "{0}: 现先报 {1}, 原先报以下规则";
    LOST: "{0} {1}: no longer", "{0} {1}: 不再具备";
    GAINED: "{0} {1}: only now", "{0} {1}: 新具备";
    GOES_FIRST: "{0} goes first ({1})", "先报 {0} ({1})";
    RULES: "Rules", "规则";
    VERDICT: "Verdict", "结论";
    BROKE: "does not conform: {0}; {1}", "不符合: {0}; {1}";
    NOTHING_CHECKED: "nothing was checked", "没有检查任何规则";
    INCOMPLETE: "the run is incomplete", "运行不完整";
    INTERRUPTED: "interrupted", "已中断";
    JUDGED: "{0} judged, {1} not staged, {2} broke", "已判定 {0}; 无法布置的 {1} 个, 实现出错的 {2} 个";
    CANNOT_STAGE: "cannot stage: {0}", "无法布置: {0}";
    OTHER_REASONS: "other reasons", "其他原因";
    OTHER_KINDS: "the first of the faults of all other kinds", "其余各类故障中的第一例";
    MISSING: "not offered by the adapter", "适配器不提供";
    REQUIRED: "required and not checked", "要求检查而未检查";
    COMPARES: "paystone {0}: {1} against {2}, {3}, seed {4}", "paystone {0}: {1} 对比 {2}, {3}, 种子 {4}";
    REGRESSED: "REGRESSED", "退步";
    OTHERWISE: "STILL WRONG, otherwise", "仍不符, 表现有变";
    WAS: "before", "此前";
    SAME: "Still wrong, as before", "仍不符, 表现未变";
    FIXED: "Fixed", "已修复";
    CHANGED: "Changed where the documents leave room", "文档允许范围内的变化";
    CAPABILITIES: "What can be tested", "可测试的范围";
    INCONCLUSIVE: "Inconclusive", "无法判定";
    FLAKY: "the answers change from one time to the next", "多次运行结果不一";
    CUT_OLD: "the old run was cut short", "旧的运行提前结束";
    CUT_NEW: "the new run was cut short", "新的运行提前结束";
    UNCHECKED_OLD: "the old run did not put it to the test", "旧的运行没有检查它";
    UNCHECKED_NEW: "the new run did not put it to the test", "新的运行没有检查它";
    OLD: "old", "旧";
    NEW: "new", "新";
    NO_DIFFERENCE: "no difference", "没有差异";
    N_REGRESSED: "{0} regressed", "退步 {0} 项";
    N_FIXED: "{0} fixed", "修复 {0} 项";
    N_STILL: "{0} still wrong", "仍不符 {0} 项";
    N_CHANGED: "{0} changed where the documents leave room", "允许范围内变化 {0} 项";
    N_CAPABILITIES: "{0} capabilities changed", "可测试范围变化 {0} 项";
    N_INCONCLUSIVE: "{0} inconclusive", "无法判定 {0} 项";
}

/// A phrase with its places filled in.
pub fn fill(phrase: Words, lang: Lang, parts: &[&str]) -> String {
    let mut text = String::new();
    let mut rest = phrase.in_(lang);
    while let Some((before, (number, after))) =
        rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        text.push_str(before);
        text.push_str(number.parse::<usize>().ok().and_then(|i| parts.get(i)).copied().unwrap_or_default());
        rest = after;
    }
    text + rest
}

/// "step 2".
pub fn step(number: usize, lang: Lang) -> String {
    fill(Words::new("step {0}", "第 {0} 步"), lang, &[&number.to_string()])
}

/// So many cases.
pub(super) fn cases(n: u64, lang: Lang) -> String {
    many(n, "case", "{0} 个用例", lang)
}

/// So many findings.
pub(super) fn findings(n: u64, lang: Lang) -> String {
    many(n, "finding", "{0} 项不符", lang)
}

/// So many known findings.
pub(super) fn known(n: u64, lang: Lang) -> String {
    many(n, "known finding", "{0} 项已知不符", lang)
}

/// How findings are kept, below a run that has some.
pub fn offer(lang: Lang) -> &'static str {
    let offer = Words::new(
        "To keep a finding: its replay line with `replay --save` writes its case into corpus/; `run --corpus corpus` tries that first.\n\
         To go on with findings for now: `paystone baseline init FILE --reason TEXT ...`, and then `run --baseline FILE`.",
        "若要保留某项: 将其重放命令写作 `replay --save`, 用例即存入 corpus/; 此后 `run --corpus corpus` 会优先运行它.\n\
         若要暂时放行: `paystone baseline init FILE --reason TEXT ...`, 此后使用 `run --baseline FILE`.",
    );
    offer.in_(lang)
}

/// So many warnings.
pub(super) fn warnings(n: u64, lang: Lang) -> String {
    many(n, "warning", "{0} 项警告", lang)
}

/// For so many pairs of rules it is known which goes first.
pub(super) fn pairs(n: u64, lang: Lang) -> String {
    let pairs = many(n, "pair", "{0} 对规则", lang);
    fill(Words::new("the same everywhere for {0} of rules", "{0}前后一致"), lang, &[&pairs])
}

/// On how many of the rules an implementation conforms.
pub(super) fn conforms(good: u64, all: u64, lang: Lang) -> String {
    let all = many(all, "rule", "{0} 条规则", lang);
    fill(Words::new("conforms on {0} of {1}", "{1}中符合 {0} 条"), lang, &[&good.to_string(), &all])
}

/// What was found and is not shown.
pub(super) fn elsewhere(n: u64, lang: Lang) -> String {
    let seen = many(n, "observation", "{0} 处异常", lang);
    let left = Words::new(
        "{0} about rules that are not selected, left out here",
        "另有 {0}只涉及未选中的规则, 此处略去",
    );
    fill(left, lang, &[&seen])
}

fn many(n: u64, thing: &str, zh: &'static str, lang: Lang) -> String {
    match lang {
        Lang::En => counted(n, thing),
        Lang::Zh => fill(Words::new("", zh), lang, &[&n.to_string()]),
    }
}

/// How strongly a rule binds.
pub fn force(name: &str, lang: Lang) -> &str {
    match (lang, name) {
        (Lang::Zh, "must") => "必须",
        (Lang::Zh, "should") => "应当",
        _ => name,
    }
}

/// Where a rule comes from.
pub fn standing(name: &str, lang: Lang) -> &str {
    match (lang, name) {
        (Lang::Zh, "documented") => "文档明载",
        (Lang::Zh, "official") => "官方说明",
        (Lang::Zh, "agreed") => "业界一致",
        (Lang::Zh, "hint") => "旁证",
        _ => name,
    }
}

/// What cut a run short, where the rest of what is told of it is in English.
pub(super) fn trouble(kind: &str, lang: Lang) -> Option<&'static str> {
    match (lang, kind) {
        (Lang::Zh, "protocol") => Some("适配器违反了协议:"),
        (Lang::Zh, "start") => Some("适配器无法使用:"),
        (Lang::Zh, "restarts") => Some("适配器崩溃或挂起的次数超过了允许的重启次数:"),
        _ => None,
    }
}

/// How many rules have a status.
pub(super) fn counted_as(n: usize, status: Status, lang: Lang) -> String {
    let name = self::status(status).in_(lang);
    fill(Words::new("{0} {1}", "{1} {0} 条"), lang, &[&n.to_string(), name])
}

/// What a class of findings is called.
pub(super) const fn class(class: Class) -> Words {
    match class {
        Class::WrongAnswer => Words::new("wrong answer", "结果错误"),
        Class::Fault => Words::new("the implementation broke", "实现出错"),
        Class::Flaky => {
            Words::new("flaky: the same case did not show it again", "不稳定: 同一用例再次运行时没有复现")
        }
    }
}

/// What a breach is called.
pub(super) fn breach(name: &str) -> Words {
    match name {
        "not-enforced" => Words::new("not enforced", "应拒未拒"),
        "over-enforced" => Words::new("enforced where it is kept", "不应拒而拒"),
        "wrong-refusal" => Words::new("refused in the wrong way", "拒绝方式错误"),
        "illegal-call" => Words::new("broken by the call that is produced", "所生成的调用违反该规则"),
        _ => Words::new("broken", "违反承诺"),
    }
}

/// What a kind of capability is called.
pub(super) fn capability(kind: &str) -> Words {
    match kind {
        "operation" => Words::new("runs", "接口"),
        "stages" => Words::new("stages", "布置"),
        "observes" => Words::new("observes", "观察"),
        "checks" => Words::new("checks", "检查"),
        _ => Words::new("supports", "支持"),
    }
}

/// What a status is called.
pub const fn status(status: Status) -> Words {
    match status {
        Status::Checked => Words::new("checked", "已检查"),
        Status::NotStaged => Words::new("not staged", "无法布置"),
        Status::NotObserved => Words::new("not observed", "无法观察"),
        Status::Unsupported => Words::new("declared unsupported", "声明不支持"),
        Status::NotReached => Words::new("not reached", "未触及"),
    }
}

//! The phrases of a report, in both languages.

use crate::engine::{Class, Says, Status, counted};
use crate::spec::{Lang, Words};

/// A sentence of a record in one language.
pub(super) fn said(says: &Says, lang: Lang) -> &str {
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
    FINDING: "FINDING", "不符";
    WARNING: "WARNING", "警告";
    VALID: "a valid", "一个合法的";
    EXCEPT: "except that", "只是";
    NOTHING_CHANGED: "as it is", "原样";
    NOT_PASSED: "is not passed", "未传";
    IS: "is", "为";
    BEFORE_IT: "and before it", "此前还有";
    EXPECTED: "expected", "期望";
    ONE_OF: "expected one of", "期望以下之一";
    GOT: "got", "实际";
    BECAUSE: "because", "因为";
    NO_RULE_BROKEN: "no rule is broken", "没有违反任何规则";
    IS_BROKEN: "is broken", "被违反";
    READING: "reading", "按读法";
    PASSES: "it passes where", "在以下情形通过:";
    WITHOUT_EARLIER: "there is no step before", "没有此前的调用";
    SAID: "standard error", "标准错误输出";
    REPLAY: "replay", "重放";
    ALSO: "or the rule", "或规则";
    NO_SUSPECT: "no rule speaks of what was seen", "没有规则提及这一现象";
    SWEPT: "sweep", "全扫";
    EXPLORED: "exploration", "探索";
    READINGS: "How gaps are read", "文档空白处的读法";
    INCONSISTENT: "not the same everywhere", "前后不一";
    RULES: "Rules", "规则";
    VERDICT: "Verdict", "结论";
    BROKE: "does not conform", "不符合";
    NOTHING_CHECKED: "nothing was checked", "没有检查任何规则";
    INCOMPLETE: "the run is incomplete", "运行不完整";
    INTERRUPTED: "interrupted", "已中断";
    OTHER_REASONS: "other reasons", "其他原因";
    OTHER_KINDS: "the first of the faults of all other kinds", "其余各类故障中的第一例";
    MISSING: "not offered by the adapter", "适配器不提供";
    REQUIRED: "required and not checked", "要求检查而未检查";
    STEP: "step", "第";
}

/// So many cases.
pub(super) fn cases(n: u64, lang: Lang) -> String {
    match lang {
        Lang::En => counted(n, "case"),
        Lang::Zh => format!("{n} 个用例"),
    }
}

/// How many cases came to what.
pub(super) fn judged(judged: u64, skipped: u64, broke: u64, lang: Lang) -> String {
    let cases = cases(judged, lang);
    match lang {
        Lang::En => format!("{cases} judged, {skipped} not staged, {broke} broke"),
        Lang::Zh => format!("{cases} 已判定, {skipped} 未布置, {broke} 实现出错"),
    }
}

/// What was found and is not shown.
pub(super) fn elsewhere(n: u64, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{} about rules that are not selected, left out here", counted(n, "observation")),
        Lang::Zh => format!("另有 {n} 处异常只涉及未选中的规则,此处略去"),
    }
}

/// On how many of the rules an implementation conforms.
pub(super) fn conforms(good: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("conforms on {good} of {}", counted(all as u64, "rule")),
        Lang::Zh => format!("符合 {good} / {all} 条规则"),
    }
}

/// So many findings.
pub(super) fn findings(n: usize, lang: Lang) -> String {
    match lang {
        Lang::En => counted(n as u64, "finding"),
        Lang::Zh => format!("不符 {n} 项"),
    }
}

/// So many warnings.
pub(super) fn warnings(n: usize, lang: Lang) -> String {
    match lang {
        Lang::En => counted(n as u64, "warning"),
        Lang::Zh => format!("警告 {n} 项"),
    }
}

/// What a class of findings is called.
pub(super) const fn class(class: Class) -> Words {
    match class {
        Class::WrongAnswer => Words::new("wrong answer", "结果错误"),
        Class::Fault => Words::new("the implementation broke", "实现崩溃"),
        Class::Flaky => Words::new("flaky: the same case did not show it again", "不稳定:同一用例未能复现"),
    }
}

/// What a breach is called.
pub(super) fn breach(name: &str) -> Words {
    match name {
        "not-enforced" => Words::new("not enforced", "未执行"),
        "over-enforced" => Words::new("enforced where it is kept", "误拒"),
        "wrong-refusal" => Words::new("refused in the wrong way", "拒绝方式错误"),
        _ => Words::new("broken", "被违反"),
    }
}

/// What a status is called.
pub(super) const fn status(status: Status) -> Words {
    match status {
        Status::Checked => Words::new("checked", "已检查"),
        Status::NotStaged => Words::new("not staged", "未布置"),
        Status::NotObserved => Words::new("not observed", "未观察"),
        Status::Unsupported => Words::new("declared unsupported", "声明不支持"),
        Status::NotReached => Words::new("not reached", "未触及"),
    }
}

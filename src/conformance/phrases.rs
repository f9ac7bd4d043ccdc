//! What the tests say besides what a report says, in both languages.

use crate::engine::Status;
use crate::report::{fill, printable, status as named};
use crate::spec::{Lang, Words};

pub(super) const NOT_CHECKED: Words = Words::new("not checked: {0}", "未检查: {0}");

pub(super) const BROKE_OFF: Words = Words::new(
    "the sweep broke off, so nothing is known of this:\n  {0}",
    "全扫中断, 因此无法得出结论:\n  {0}",
);

pub(super) const NOTHING_CHECKED: Words = Words::new(
    "nothing was checked: no case put any rule to the test, so nothing here may pass\n{0}",
    "没有检查任何规则: 没有一个用例检验过规则, 因此不能算通过\n{0}",
);

pub(super) const NOTHING_EXPLORED: Words =
    Words::new("nothing was explored: no random case was judged\n{0}", "没有探索: 没有判定任何随机用例\n{0}");

pub(super) const SKIPPED: Words = Words::new(
    "If the adapter cannot stage it, leave the fact out of `Capabilities::stages` or declare the rule in `Capabilities::unsupported`:\n\
     the test is then ignored, with the reason. It skipped in this sweep:\n{0}",
    "若适配器无法布置, 请从 `Capabilities::stages` 中去掉该事实, 或在 `Capabilities::unsupported` 中声明该规则:\n\
     此后该测试会被忽略并注明原因。本次全扫中它跳过了:\n{0}",
);

pub(super) const UNSTEADY: Words = Words::new(
    "flaky: the case at {0} was not as it should be, and was when it ran again\n  {1}",
    "不稳定: 位于 {0} 的用例结果不对, 再次运行时却正确\n  {1}",
);

/// Why a rule is not checked: "not staged: the adapter does not stage login".
pub(super) fn status(status: Status, why: &str, lang: Lang) -> String {
    format!("{}: {}", named(status).in_(lang), printable(why))
}

/// A line of the reasons to skip.
pub(super) fn skipped(times: u64, reason: &str, lang: Lang) -> String {
    let line = Words::new("  {0} times: {1}\n", "  {0} 次: {1}\n");
    fill(line, lang, &[&times.to_string(), &printable(reason)])
}

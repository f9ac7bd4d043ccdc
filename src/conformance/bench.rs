//! One operation under test: its sweep runs once, and each test reads its verdict off it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use crate::api::world::PAYMENT_SECRET;
use crate::engine::{
    Address, Aim, Control, FindingRecord, InProcess, Plan, Replayed, RuleRecord, Secrets, Settings, Status,
    Summary, replay_case, run,
};
use crate::report::{View, block, fill, printable, redact, said, show_findings};
use crate::spec::{Capabilities, Case, Lang, Model, Operation};

use super::guarded::{Guarded, Make};
use super::phrases as say;
use super::replay::again;
use super::strange::{Strange, strange};

/// One operation under test.
pub(super) struct Bench {
    pub(super) operation: &'static Operation,
    pub(super) settings: Settings,
    make: Make,
    capabilities: Capabilities,
    secrets: Secrets,
    lang: Lang,
    /// For each rule, why it cannot be checked.
    unchecked: OnceLock<Vec<Option<String>>>,
    swept: OnceLock<Result<Summary, String>>,
    plan: OnceLock<Plan>,
    strange: OnceLock<Result<BTreeMap<usize, Strange>, String>>,
}

impl Bench {
    pub(super) fn new(
        operation: &'static Operation,
        make: &Make,
        capabilities: &Capabilities,
        settings: &Settings,
        lang: Lang,
    ) -> Self {
        let mut secrets = Secrets::default();
        let pinned = capabilities.pins.iter().find(|(fact, _)| **fact == PAYMENT_SECRET);
        if let Some(secret) = pinned.and_then(|(_, value)| value.as_str())
            && secret != PAYMENT_SECRET.plain().as_str().unwrap_or_default()
        {
            secrets.add(secret);
        }
        Self {
            operation,
            settings: Settings { operations: vec![operation], ..settings.clone() },
            make: Arc::clone(make),
            capabilities: capabilities.clone(),
            secrets,
            lang,
            unchecked: OnceLock::new(),
            swept: OnceLock::new(),
            plan: OnceLock::new(),
            strange: OnceLock::new(),
        }
    }

    /// Why a rule cannot be checked, by what the adapter says of itself: an implementation without fault behind it would not get it checked either.
    pub(super) fn unchecked(&self, index: usize) -> Option<&str> {
        let all = self.unchecked.get_or_init(|| {
            let settings = Settings { cases: 0, ..self.settings.clone() };
            let model = || Ok(InProcess::new(Model::faithful(self.capabilities.clone())));
            let rules = run(&settings, &model, &Control::default()).map(|run| run.rules).unwrap_or_default();
            let why = |rule: &RuleRecord| match rule.status {
                Status::Checked | Status::NotReached => None,
                status => {
                    Some(say::status(status, &self.secrets.hide(said(&rule.why, self.lang)), self.lang))
                }
            };
            self.operation.rules.iter().map(|rule| record(&rules, rule.id).and_then(why)).collect()
        });
        all[index].as_deref()
    }

    /// A rule: broken nowhere in the sweep, and put to the test.
    pub(super) fn rule(&self, index: usize) -> Result<(), String> {
        if let Some(why) = self.unchecked(index) {
            return Err(fill(say::NOT_CHECKED, self.lang, &[why]));
        }
        let sweep = self.swept()?;
        let id = self.operation.rules[index].id;
        let broken: Vec<_> = sweep.findings.iter().filter(|f| f.decides() && suspects(f, id)).collect();
        if !broken.is_empty() {
            return Err(self.show(broken));
        }
        if sweep.findings.iter().any(|f| f.decides() && f.suspects.is_empty())
            && let Some(told) = self.strange(index)?
        {
            return Err(told);
        }
        if let Some(trouble) = &sweep.end.trouble {
            return Err(fill(say::BROKE_OFF, self.lang, &[&block(&trouble.text, "  ")]));
        }
        match record(&sweep.rules, id) {
            Some(rule) if rule.status == Status::Checked => Ok(()),
            Some(rule) => Err(self.not_reached(rule, sweep)),
            None => Err(fill(say::NOT_CHECKED, self.lang, &[id])),
        }
    }

    /// The sweep as a whole: it checked something, and showed nothing but what a rule's test tells.
    pub(super) fn sweep(&self) -> Result<(), String> {
        let sweep = self.swept()?;
        let told = |f: &FindingRecord| f.suspects.iter().any(|s| self.tells(&s.rule)) || self.is_excused(f);
        let untold: Vec<_> = sweep.findings.iter().filter(|f| f.decides() && !told(f)).collect();
        if !untold.is_empty() {
            return Err(self.show(untold));
        }
        if let Some(trouble) = &sweep.end.trouble {
            return Err(fill(say::BROKE_OFF, self.lang, &[&block(&trouble.text, "  ")]));
        }
        if sweep.end.judged == 0 || !sweep.rules.iter().any(|rule| rule.status == Status::Checked) {
            return Err(fill(say::NOTHING_CHECKED, self.lang, &[&self.reasons(sweep)]));
        }
        Ok(())
    }

    /// Random cases: they show nothing beyond what the sweep did.
    pub(super) fn exploration(&self) -> Result<(), String> {
        let sweep = self.swept()?;
        let run = self.run(self.settings.cases)?;
        let known: BTreeSet<&str> = run
            .findings
            .iter()
            .filter(|f| f.swept && f.decides())
            .flat_map(|f| f.suspects.iter().map(|s| s.rule.as_str()))
            .collect();
        let told = |f: &FindingRecord| f.suspects.iter().any(|s| known.contains(s.rule.as_str()));
        let fresh = |f: &&FindingRecord| !f.swept && f.decides() && !told(f) && !self.is_excused(f);
        let fresh: Vec<_> = run.findings.iter().filter(fresh).collect();
        if !fresh.is_empty() {
            return Err(self.show(fresh));
        }
        if let Some(trouble) = &run.end.trouble {
            return Err(fill(say::BROKE_OFF, self.lang, &[&block(&trouble.text, "  ")]));
        }
        if run.end.judged + run.end.faults <= sweep.end.judged + sweep.end.faults {
            return Err(fill(say::NOTHING_EXPLORED, self.lang, &[&self.reasons(&run)]));
        }
        Ok(())
    }

    /// One case alone, told like a run of its own.
    pub(super) fn replay(&self, replayed: Replayed) -> Result<Summary, String> {
        let mut link = self.link()?;
        let mut summary = replay_case(&mut link, replayed);
        summary.run.strict = self.settings.strict;
        summary.end.exit = summary.exit();
        Ok(redact(summary, &self.secrets))
    }

    /// What would be run, and where it lies.
    pub(super) fn plan(&self) -> &Plan {
        self.plan.get_or_init(|| Plan::new(self.operation, &self.capabilities))
    }

    /// The case at an address.
    pub(super) fn case(&self, address: &Address) -> Option<Case> {
        self.plan().case(address, &self.capabilities)
    }

    /// A text in which the pinned secret stands again where a report kept it out.
    pub(super) fn restored(&self, text: &str) -> String {
        self.secrets.restore(text)
    }

    pub(super) fn view(&self) -> View {
        View { lang: self.lang, ..View::default() }
    }

    fn swept(&self) -> Result<&Summary, String> {
        self.swept.get_or_init(|| self.run(0)).as_ref().map_err(Clone::clone)
    }

    fn run(&self, cases: u64) -> Result<Summary, String> {
        let settings = Settings { cases, ..self.settings.clone() };
        let link = || Guarded::start(&self.make);
        let summary = run(&settings, &link, &Control::default()).map_err(|error| error.to_string())?;
        Ok(redact(summary, &self.secrets))
    }

    fn link(&self) -> Result<Guarded, String> {
        Guarded::start(&self.make).map_err(|error| error.to_string())
    }

    /// What nobody is suspected of, where a case that was to test a rule ended in it.
    fn strange(&self, index: usize) -> Result<Option<String>, String> {
        let all = self.strange.get_or_init(|| {
            strange(self.plan(), &mut self.link()?).map_err(|error| self.secrets.hide(&error.to_string()))
        });
        let Some(found) = all.as_ref().map_err(Clone::clone)?.get(&index) else { return Ok(None) };
        let address = Address {
            seed: self.settings.seed,
            operation: self.operation.name.to_owned(),
            aim: Aim::Sweep,
            index: found.place as u64,
        };
        let (case, seed) = (found.case.clone(), address.seed);
        let summary = self.replay(Replayed { case, address: address.to_string(), seed, swept: true })?;
        let again: Vec<_> = summary.findings.iter().filter(|f| f.suspects.is_empty()).collect();
        if again.is_empty() {
            let shown = printable(&self.secrets.hide(&found.seen));
            return Ok(Some(fill(say::UNSTEADY, self.lang, &[&address.to_string(), &shown])));
        }
        Ok(Some(self.show(again)))
    }

    /// Whether the test of a rule runs and tells what it finds.
    fn tells(&self, id: &str) -> bool {
        let index = self.operation.rules.iter().position(|rule| rule.id == id);
        index.is_some_and(|index| self.unchecked(index).is_none())
    }

    /// Whether a finding is about nothing but what the adapter says is not supported.
    fn is_excused(&self, finding: &FindingRecord) -> bool {
        let declared = |id: &str| self.capabilities.unsupported.iter().any(|u| u.rule == id);
        !finding.suspects.is_empty() && finding.suspects.iter().all(|s| declared(&s.rule))
    }

    fn not_reached(&self, rule: &RuleRecord, sweep: &Summary) -> String {
        let why = say::status(rule.status, said(&rule.why, self.lang), self.lang);
        let text = fill(say::NOT_CHECKED, self.lang, &[&why]);
        if rule.status != Status::NotStaged || sweep.end.skipped.is_empty() {
            return text;
        }
        text + "\n" + &fill(say::SKIPPED, self.lang, &[&self.reasons(sweep)])
    }

    /// The reasons for which cases were skipped, the commonest first.
    fn reasons(&self, summary: &Summary) -> String {
        let mut reasons: Vec<_> = summary.end.skipped.iter().collect();
        reasons.sort_by_key(|(_, times)| std::cmp::Reverse(**times));
        let lines =
            reasons.into_iter().take(5).map(|(reason, times)| say::skipped(*times, reason, self.lang));
        lines.collect()
    }

    fn show(&self, findings: Vec<&FindingRecord>) -> String {
        show_findings(findings, &self.view(), &again)
    }
}

fn suspects(finding: &FindingRecord, rule: &str) -> bool {
    finding.suspects.iter().any(|suspect| suspect.rule == rule)
}

fn record<'a>(rules: &'a [RuleRecord], id: &str) -> Option<&'a RuleRecord> {
    rules.iter().find(|rule| rule.id == id)
}

impl std::fmt::Debug for Bench {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bench").field("operation", &self.operation.name).finish_non_exhaustive()
    }
}

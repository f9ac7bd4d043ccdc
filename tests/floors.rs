//! The house keeps its order: floors use only what lies below them, and every rule and gap is where its id says, whole and in use.

/// Who uses whom: each floor uses only the floors below it, and no interface uses another.
mod imports {
    use super::source::{is_word, sources};

    #[test]
    fn the_kits_know_every_fact_and_its_plain_value() {
        let node = include_str!("../kits/node/src/plain.cjs");
        let python = include_str!("../kits/python/paystone_kit/plain.py");
        for fact in paystone::api::world::FACTS {
            let plain = paystone::ground::to_json(&fact.plain()).to_string();
            let in_node = format!("  {}: {},", fact.name, plain.replace('"', "'"));
            let word = match plain.as_str() {
                "true" => "True",
                "false" => "False",
                "null" => "None",
                other => other,
            };
            let in_python = format!("    \"{}\": {word},", fact.name);
            assert!(node.lines().any(|line| line == in_node), "kits/node/src/plain.cjs lacks {in_node:?}");
            assert!(python.lines().any(|line| line == in_python), "plain.py lacks {in_python:?}");
        }
    }

    #[test]
    fn every_floor_uses_only_the_floors_below_it() {
        let mut seen = 0;
        let mut wrong = Vec::new();
        for source in sources() {
            let from = source.module();
            if from.is_empty() {
                continue;
            }
            for to in paths(&source.code(), &from) {
                seen += 1;
                if !may_use(&from, &to) {
                    wrong.push(format!("src/{} uses {}", source.path, to.join("::")));
                }
            }
        }
        assert!(seen > 200, "only {seen} uses were found: the test reads the sources wrongly");
        assert!(wrong.is_empty(), "the floors are broken:\n{}", wrong.join("\n"));
    }

    /// Whether a module may use what a path names. Both are paths from the crate.
    fn may_use(from: &[&str], to: &[String]) -> bool {
        let to: Vec<&str> = to.iter().map(String::as_str).collect();
        let (Some(floor), Some(used)) = (from.first(), to.first()) else { return true };
        match (*floor, *used) {
            ("api", "api") => shares_a_folder(from, &to),
            (floor, used) if floor == used => true,
            ("spec", "ground")
            | ("api" | "engine", "ground" | "spec")
            | ("adapter" | "fixtures", "ground" | "spec" | "engine")
            | ("report", "engine")
            | ("cli", _)
            | ("conformance", "ground" | "spec" | "api" | "engine" | "report") => true,
            // The registry alone: the adapter looks operations and facts up, and knows no rule.
            ("adapter", "api") => {
                matches!(to.get(1), Some(&("OPERATIONS" | "operation" | "rules" | "world")))
            }
            ("report", "spec") => matches!(to.get(1), Some(&("Lang" | "Words"))),
            _ => false,
        }
    }

    /// An interface uses itself and what all interfaces share.
    fn shares_a_folder(from: &[&str], to: &[&str]) -> bool {
        match (from.get(1), to.get(1)) {
            // What makes calls is judged by what each interface demands of them: this folder has no document of its own.
            (None | Some(&"caller"), _) => true,
            // The one exception: the cashier asks how an order is signed.
            (Some(&"cashier"), Some(&"signature")) => to.get(2) == Some(&"scheme"),
            (Some(ours), Some(used)) => ours == used || matches!(*used, "world" | "documents"),
            (Some(_), None) => false,
        }
    }

    /// Every path into the crate that a text names, written out from the crate: `use` lines and paths in the code alike.
    fn paths(code: &str, module: &[&str]) -> Vec<Vec<String>> {
        let mut all = Vec::new();
        for start in ["crate::", "super::"] {
            for (i, _) in code.match_indices(start) {
                let before = code[..i].trim_end();
                // `pub(in crate::...)` says who may look, and uses nothing.
                let inside = before.ends_with("::")
                    || before.ends_with("pub(in")
                    || code[..i].chars().next_back().is_some_and(is_word);
                if inside {
                    continue;
                }
                let mut rest = &code[i..];
                let mut base: Vec<String> = Vec::new();
                if let Some(after) = rest.strip_prefix("crate::") {
                    rest = after;
                } else {
                    base = module.iter().map(|part| (*part).to_owned()).collect();
                    while let Some(after) = rest.strip_prefix("super::") {
                        base.pop();
                        rest = after;
                    }
                }
                follow(&base, &mut rest, &mut all);
            }
        }
        all
    }

    /// Reads a path, or a tree of paths in braces, from the start of a text.
    fn follow(base: &[String], rest: &mut &str, all: &mut Vec<Vec<String>>) {
        let mut path = base.to_vec();
        loop {
            *rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix('{') {
                *rest = after;
                while !rest.trim_start().starts_with('}') {
                    let before = rest.len();
                    follow(&path, rest, all);
                    *rest = rest.trim_start().trim_start_matches(',').trim_start();
                    assert!(rest.len() < before, "this cannot be read: {}", &rest[..rest.len().min(80)]);
                }
                *rest = rest.trim_start().strip_prefix('}').unwrap_or(rest);
                return;
            }
            let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            *rest = after;
            if !name.is_empty() && name != "self" {
                path.push(name.to_owned());
            }
            match rest.strip_prefix("::") {
                Some(after) if !after.starts_with('<') => *rest = after,
                _ => break,
            }
        }
        // `name as other` ends at the comma or at the brace.
        if let Some(after) = rest.trim_start().strip_prefix("as ") {
            *rest = after.trim_start().trim_start_matches(is_word);
        }
        if rest.starts_with('*') {
            *rest = &rest[1..];
        }
        all.push(path);
    }

    #[test]
    fn a_path_is_read_from_every_way_to_write_it() {
        let read = |code: &str| {
            let module = ["api", "diamond", "rules", "fail"];
            let joined: Vec<_> = paths(code, &module).iter().map(|path| path.join("::")).collect();
            joined.join(" ")
        };
        assert_eq!(read("use crate::spec::Case;"), "spec::Case");
        assert_eq!(
            read("use crate::api::{self, world::FACTS, documents as d};"),
            "api api::world::FACTS api::documents"
        );
        assert_eq!(read("let x = crate::ground::to_json(&v);"), "ground::to_json");
        assert_eq!(
            read("use super::{cite,\n    parameter};"),
            "api::diamond::rules::cite api::diamond::rules::parameter"
        );
        assert_eq!(read("use super::super::super::signature::scheme;"), "api::signature::scheme");
        assert_eq!(read("use crate::engine::{a::{b, c}, d};"), "engine::a::b engine::a::c engine::d");
    }

    #[test]
    fn the_floors_forbid_what_they_should() {
        let may = |from: &str, to: &str| {
            let from: Vec<_> = from.split("::").collect();
            may_use(&from, &to.split("::").map(str::to_owned).collect::<Vec<_>>())
        };
        assert!(may("engine::plan", "spec::Case"));
        assert!(!may("engine::plan", "api::OPERATIONS"));
        assert!(!may("fixtures::choose", "api::OPERATIONS"));
        assert!(!may("ground::value", "spec::Case"));
        assert!(!may("spec::case", "engine::Plan"));
        assert!(!may("api::diamond::order", "api::signature::scheme"));
        assert!(!may("api::diamond::order", "api::OPERATIONS"));
        assert!(may("api::diamond::order", "api::world::SPENT"));
        assert!(!may("adapter::schema", "api::diamond::TIERS"));
        assert!(!may("report::summary", "spec::Case"));
        assert!(!may("report::summary", "adapter::Stdio"));
        assert!(may("conformance::bench", "engine::run"));
        assert!(!may("conformance::harness", "cli::Exit"));
    }
}

/// Every file says what it is about in its first line, and is short, or says there why it is long.
mod files {
    use super::source::sources;

    /// The longest file that needs no reason, unit tests not counted.
    const LONG: usize = 400;

    #[test]
    fn every_file_opens_with_a_sentence() {
        let silent = |path: &str, text: &str| {
            let first = text.lines().next().unwrap_or_default();
            (!first.starts_with("//! ") || first.len() < 12).then(|| format!("src/{path}: {first}"))
        };
        let wrong: Vec<_> = sources().iter().filter_map(|s| silent(&s.path, &s.text)).collect();
        assert!(wrong.is_empty(), "the first line is to say what the file is about:\n{}", wrong.join("\n"));
    }

    /// The reason stands in the first line, as `(long: ...)`.
    #[test]
    fn a_file_is_short_or_says_in_its_first_line_why_it_is_long() {
        let long = |path: &str, text: &str| {
            let lines = text.lines().take_while(|line| line.trim() != "#[cfg(test)]").count();
            let first = text.lines().next().unwrap_or_default();
            (lines > LONG && !first.contains("(long: ")).then(|| format!("src/{path} has {lines} lines"))
        };
        let wrong: Vec<_> = sources().iter().filter_map(|s| long(&s.path, &s.text)).collect();
        assert!(
            wrong.is_empty(),
            "more than {LONG} lines, and no `(long: reason)` in the first:\n{}",
            wrong.join("\n")
        );
    }
}

/// Every rule is where its id says, and is whole.
mod rules {
    use std::collections::BTreeSet;

    use paystone::api::{OPERATIONS, rules};
    use paystone::spec::{About, Capabilities, Check, mutants_of};

    use super::source::{Source, sources};

    /// Rules that no model can get wrong, and why.
    const WITHOUT_MUTANTS: &[(&str, &str)] = &[(
        "diamond/complete/order",
        "it only tells which of two readings is followed, and both are allowed",
    )];

    #[test]
    fn the_id_of_a_rule_spells_its_folder_its_file_and_its_constant() {
        let sources = sources();
        let wrong: Vec<_> = rules().iter().filter_map(|(rule, _)| misplaced(rule.id, &sources)).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// Why a rule is not where its id says, if it is not.
    fn misplaced(id: &str, sources: &[Source]) -> Option<String> {
        let parts: Vec<_> = id.split('/').collect();
        let [api, subject, name] = parts[..] else {
            return Some(format!("{id}: not of the form api/subject/name"));
        };
        let (api, subject) = (api.replace('-', "_"), subject.replace('-', "_"));
        // `canIUse` is an operation of its own with a single rule: both live in one file beside the other operation's rules.
        let places = [format!("api/{api}/rules/{subject}.rs"), format!("api/{api}/{subject}.rs")];
        let places = if subject == "can_i_use" { &places[1..] } else { &places[..1] };
        let Some(source) = sources.iter().find(|s| places.contains(&s.path)) else {
            return Some(format!("{id}: there is no src/{}", places[0]));
        };
        let constant = name.replace('-', "_").to_uppercase();
        let code = source.code();
        // Written out, or put together by a macro of the file from the API and the subject.
        let (head, tail) = id.split_at(id.rfind('/').unwrap_or_default() + 1);
        let whole = code.find(&format!("\"{id}\""));
        let Some(found) = whole.or_else(|| code.find(head).and(code.find(&format!("\"{tail}\"")))) else {
            return Some(format!("{id}: src/{} does not hold it", source.path));
        };
        let opened = code[..found].rfind("static ").map(|start| &code[start + "static ".len()..found]);
        let static_name = opened.and_then(|text| text.split(':').next()).unwrap_or_default();
        (static_name != constant)
            .then(|| format!("{id}: its constant in src/{} is {static_name}, not {constant}", source.path))
    }

    #[test]
    fn an_id_names_one_rule_and_every_rule_is_in_a_list() {
        for operation in OPERATIONS {
            let ids: BTreeSet<_> = operation.rules.iter().map(|r| r.id).collect();
            assert_eq!(ids.len(), operation.rules.len(), "{} lists a rule twice", operation.name);
            for rule in operation.rules {
                let (known, _) = rules().into_iter().find(|(known, _)| known.id == rule.id).unwrap();
                // What is demanded of callers is a rule of what makes their calls as well, under the same name.
                let same = match &rule.check {
                    Check::Produced(demanded) => std::ptr::eq(known, *demanded),
                    _ => std::ptr::eq(known, *rule),
                };
                assert!(same, "two rules are called {}", rule.id);
            }
        }
        let written: usize = sources()
            .iter()
            .filter(|s| s.path.starts_with("api/"))
            .map(|s| s.code().matches(": Rule = ").count())
            .sum();
        assert_eq!(written, rules().len(), "a rule that is written stands in no list");
    }

    /// Demands about what a caller produces that are not its matter, and why.
    const NOT_OF_A_CALLER: &[(&str, &str)] = &[
        ("cashier/alipay-url/required", "of a payment without the cashier; an intent is for the cashier"),
        ("cashier/wx-url/required", "of a payment without the cashier; an intent is for the cashier"),
        ("diamond/success/type", "a callback is the page's, not the purchase's"),
        ("diamond/fail/type", "a callback is the page's, not the purchase's"),
        ("diamond/complete/type", "a callback is the page's, not the purchase's"),
    ];

    #[test]
    fn what_an_interface_demands_of_a_call_is_demanded_of_what_makes_the_call() {
        let (mut held, mut wrong) = (0, Vec::new());
        for operation in OPERATIONS {
            let Some(produces) = operation.produces else { continue };
            let world = Capabilities::everything("model", &[operation]).plain_world();
            let intent = operation.bases.iter().find_map(|base| (base.make)(&world)).expect("a plain intent");
            let call = operation.faithful_call(&intent).expect("its call");
            let made =
                |about: &About| matches!(about, About::Field(field) if field.starts_with(produces.place));
            for rule in call.steps[call.steps.len() - 1].operation.rules {
                let Some(demand) = rule.demand().filter(|d| !d.about().is_empty()) else { continue };
                // What a gap leaves open, whatever the call, nobody is held to.
                let open = demand.breaks(&call).is_empty() && !demand.openings(&call).is_empty();
                if open || !demand.about().iter().all(made) {
                    continue;
                }
                let is_it = |check: &Check| matches!(check, Check::Produced(demanded) if std::ptr::eq(*demanded, *rule));
                let listed = operation.rules.iter().any(|own| is_it(&own.check));
                let exempt = NOT_OF_A_CALLER.iter().any(|(id, _)| *id == rule.id);
                held += usize::from(listed);
                if listed == exempt {
                    wrong.push(format!("{}: {}", operation.name, rule.id));
                }
            }
        }
        assert!(held > 80, "only {held} demands are held against callers");
        assert!(
            wrong.is_empty(),
            "neither demanded of the caller nor exempt, or both:\n{}",
            wrong.join("\n")
        );
    }

    #[test]
    fn every_rule_says_what_it_says_in_both_languages_and_cites_its_source() {
        for (rule, _) in rules() {
            assert!(!rule.says.en.is_empty() && rule.says.en.is_ascii(), "{}: {:?}", rule.id, rule.says.en);
            assert!(!rule.says.zh.is_ascii(), "{}: {:?} is not Chinese", rule.id, rule.says.zh);
            assert!(!rule.cites.is_empty(), "{} cites nothing", rule.id);
            for cite in rule.cites {
                assert!(!cite.document.is_empty() && !cite.words.is_empty(), "{}: {cite:?}", rule.id);
            }
        }
    }

    #[test]
    fn every_demand_has_a_refusal() {
        for (rule, _) in rules().iter().filter(|(rule, _)| rule.demand().is_some()) {
            assert!(
                !rule.refusals().is_empty(),
                "nothing is said of what happens when {} is broken",
                rule.id
            );
        }
    }

    #[test]
    fn every_rule_has_a_mutant_or_a_reason_why_not() {
        let mutated: BTreeSet<_> = OPERATIONS.iter().flat_map(|o| mutants_of(o)).map(|m| m.rule.id).collect();
        for (rule, _) in rules() {
            let excused = WITHOUT_MUTANTS.iter().any(|(id, _)| *id == rule.id);
            assert_ne!(
                mutated.contains(rule.id),
                excused,
                "{}: mutants and excuses exclude each other",
                rule.id
            );
        }
    }

    #[test]
    fn an_id_of_a_mutant_names_one_mutant_of_an_operation() {
        for operation in OPERATIONS {
            let mutants = mutants_of(operation);
            let ids: BTreeSet<_> = mutants.iter().map(|m| m.id.as_str()).collect();
            assert_eq!(ids.len(), mutants.len(), "two mutants of {} have the same id", operation.name);
        }
    }
}

/// Every gap is named once, has readings to choose from, and is asked for.
mod gaps {
    use std::collections::BTreeSet;

    use paystone::api::{OPERATIONS, gaps};

    use super::source::{Source, is_word, names, sources};

    #[test]
    fn an_id_names_one_gap_and_a_reading_of_it() {
        let mut ids = BTreeSet::new();
        for gap in gaps() {
            assert!(ids.insert(gap.id), "two gaps are called {}", gap.id);
            assert!(gap.readings.len() >= 2, "{} can be read in one way only: it is no gap", gap.id);
            let readings: BTreeSet<_> = gap.readings.iter().map(|r| r.id).collect();
            assert_eq!(readings.len(), gap.readings.len(), "{} has two readings of one name", gap.id);
        }
    }

    #[test]
    fn every_gap_and_every_reading_speaks_both_languages() {
        for gap in gaps() {
            assert!(!gap.says.en.is_empty() && !gap.says.zh.is_ascii(), "{}: {:?}", gap.id, gap.says);
            for reading in gap.readings {
                let says = reading.says;
                assert!(!says.en.is_empty() && !says.zh.is_empty(), "{} {}: {says:?}", gap.id, reading.id);
            }
        }
    }

    #[test]
    fn the_id_of_a_gap_begins_with_an_interface_that_may_fall_into_it() {
        for operation in OPERATIONS {
            for gap in operation.gaps {
                let api = gap.id.split('/').next().unwrap();
                let own = api == operation.api || api == "common";
                let of_a_rule = operation.rules.iter().any(|rule| rule.id.starts_with(&format!("{api}/")));
                assert!(own || of_a_rule, "{} lists {}", operation.name, gap.id);
            }
        }
    }

    #[test]
    fn every_gap_of_a_list_is_asked_for() {
        let sources = sources();
        let is_home = |s: &&Source| s.path.ends_with("/gaps.rs") || s.path == "spec/gap.rs";
        let (homes, others): (Vec<_>, Vec<_>) = sources.iter().partition(is_home);
        // A list of re-exports asks for nothing.
        let asks = |s: &Source, name: &str| s.path != "spec/mod.rs" && names(&s.code(), name);
        for gap in gaps() {
            let name = homes.iter().find_map(|home| constant(&home.code(), gap.id));
            let name = name.unwrap_or_else(|| panic!("{}: no constant holds it", gap.id));
            assert!(others.iter().any(|s| asks(s, &name)), "nothing asks how {} is read", gap.id);
        }
    }

    /// The constant that holds a gap: `NAME, "slug"` in a macro, or `static NAME: Gap = Gap { id: "api/slug"`.
    fn constant(code: &str, id: &str) -> Option<String> {
        let slug = id.split_once('/')?.1;
        let written = code.find(&format!("id: \"{id}\"")).map(|i| code[..i].rfind(": Gap").unwrap_or(i));
        let made = || code.find(&format!(", \"{slug}\","));
        let end = written.or_else(made)?;
        let before = &code[..end];
        let start = before.rfind(|c| !is_word(c)).map_or(0, |i| i + 1);
        Some(before[start..].to_owned())
    }
}

/// Cases travel unharmed, and shards are the parts of a whole.
mod run {
    use std::collections::BTreeMap;

    use paystone::api::OPERATIONS;
    use paystone::engine::{Address, Aim, Control, InProcess, Plan, Settings, Summary, run};
    use paystone::spec::{Capabilities, Case, Model};

    #[test]
    fn no_case_of_the_sweep_loses_anything_through_json() {
        for operation in OPERATIONS {
            let plan = Plan::new(operation, &Capabilities::everything("model", &[operation]));
            assert!(!plan.sweep.is_empty(), "the sweep of {} is empty", operation.name);
            for case in (0..plan.sweep.len()).filter_map(|i| plan.swept(i)) {
                let text = case.to_json().to_string();
                let back = Case::from_json(&serde_json::from_str(&text).unwrap(), OPERATIONS);
                assert_eq!(back.as_ref(), Ok(&case), "{text}");
            }
        }
    }

    #[test]
    fn every_case_of_the_sweep_has_an_address_of_its_own() {
        for operation in OPERATIONS {
            let plan = Plan::new(operation, &Capabilities::everything("model", &[operation]));
            for index in [0, plan.sweep.len() as u64 - 1] {
                let address =
                    Address { seed: 1, operation: operation.name.to_owned(), aim: Aim::Sweep, index };
                assert_eq!(address.to_string().parse(), Ok(address));
            }
        }
    }

    #[test]
    fn shards_are_the_parts_of_a_whole() {
        let whole = model_run((1, 1));
        for of in [2, 3, 7] {
            let parts: Vec<_> = (1..=of).map(|i| model_run((i, of))).collect();
            let judged: u64 = parts.iter().map(|p| p.end.judged).sum();
            assert_eq!(judged, whole.end.judged, "{of} shards");
            let mut sum = BTreeMap::new();
            for (rule, (kept, broken)) in parts.iter().flat_map(counts) {
                let all: &mut (u64, u64) = sum.entry(rule).or_default();
                *all = (all.0 + kept, all.1 + broken);
            }
            assert_eq!(sum, counts(&whole), "{of} shards");
        }
    }

    fn model_run(shard: (u64, u64)) -> Summary {
        let settings = Settings { operations: OPERATIONS.to_vec(), cases: 500, shard, ..Settings::default() };
        let connect = || Ok(InProcess::new(Model::faithful(Capabilities::everything("model", OPERATIONS))));
        run(&settings, &connect, &Control::default()).unwrap()
    }

    /// How often each rule of each operation was kept and broken.
    fn counts(summary: &Summary) -> BTreeMap<(String, String), (u64, u64)> {
        let count =
            |r: &paystone::engine::RuleRecord| ((r.operation.clone(), r.id.clone()), (r.kept, r.broken));
        summary.rules.iter().map(count).collect()
    }
}

/// The source files, as text: what the tests about the house look at.
mod source {
    use std::fs;
    use std::path::{Path, PathBuf};

    /// One source file of the library or of the binary.
    #[derive(Debug)]
    pub(super) struct Source {
        /// Its path below `src`, with `/` between the parts.
        pub(super) path: String,
        /// All of it.
        pub(super) text: String,
    }

    impl Source {
        /// The code without comments and without its unit tests, which stand last.
        pub(super) fn code(&self) -> String {
            let lines = self.text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
            let code = lines.filter(|line| !line.trim_start().starts_with("//"));
            code.flat_map(|line| [line, "\n"]).collect()
        }

        /// The path of its module: `api/diamond/mod.rs` is `["api", "diamond"]`.
        pub(super) fn module(&self) -> Vec<&str> {
            let path = self.path.trim_end_matches(".rs");
            path.split('/').filter(|part| !matches!(*part, "mod" | "lib" | "main")).collect()
        }
    }

    /// Every source file, in the order of the paths.
    pub(super) fn sources() -> Vec<Source> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut paths = Vec::new();
        collect(&root, &mut paths);
        paths.sort();
        let read = |path: PathBuf| {
            let below = path.strip_prefix(&root).expect("a path below src");
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            Source { path: parts.join("/"), text: fs::read_to_string(&path).expect("a readable file") }
        };
        let sources: Vec<_> = paths.into_iter().map(read).collect();
        assert!(sources.len() > 50, "only {} source files were found", sources.len());
        sources
    }

    fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                collect(&path, paths);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                paths.push(path);
            }
        }
    }

    /// Whether a character can be a part of a name.
    pub(super) fn is_word(c: char) -> bool {
        c.is_ascii_alphanumeric() || c == '_'
    }

    /// Whether a name stands in a text on its own, not as a part of another.
    pub(super) fn names(text: &str, name: &str) -> bool {
        text.match_indices(name).any(|(i, _)| {
            let before = text[..i].chars().next_back();
            let after = text[i + name.len()..].chars().next();
            !before.is_some_and(is_word) && !after.is_some_and(is_word)
        })
    }
}

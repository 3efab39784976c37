//! Saved searches: `[[search]]` in `config.toml`, which people write and kabar
//! adds to.

use toml_edit::{ArrayOfTables, Item, Table};

use super::edit::{Error, Readers, Shared};
use super::{Paths, What};

/// A search with a name, as `[[search]]` has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedSearch {
    /// One line, never empty.
    pub name: String,
    /// What [`crate::text::query`] reads; never empty.
    pub query: String,
}

/// Puts a search at the end of `config.toml`; comments and order stay. `false`
/// where another query has its name, and nothing is changed.
pub fn save(paths: &Paths, search: &SavedSearch) -> Result<bool, Error> {
    let lock = paths.data.join("config.lock");
    let file = Shared { path: paths.config_file(), lock, readers: Readers::Usual };
    file.change(|document| {
        let item = document.entry("search").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        let wrong = || What::Value { name: "search".to_owned(), wanted: NO_TABLES.to_owned() };
        let tables = item.as_array_of_tables_mut().ok_or_else(wrong)?;
        let has = |table: &Table, key, text: &str| table.get(key).and_then(Item::as_str) == Some(text);
        if let Some(found) = tables.iter().find(|it| has(it, "name", &search.name)) {
            return Ok(has(found, "query", &search.query));
        }
        let mut table = Table::new();
        table.insert("name", Item::Value(search.name.as_str().into()));
        table.insert("query", Item::Value(search.query.as_str().into()));
        tables.push(table);
        Ok(true)
    })
}

pub(super) const NO_TABLES: &str =
    "a table of its own: `[[search]]`, and below it `name = \"…\"` and `query = \"…\"`";

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_search_is_put_into_the_config_and_nothing_else_changes() {
        let home = tempfile::tempdir().unwrap();
        let paths = Paths { config: home.path().join("c"), data: home.path().join("d"), home: None };
        let config = "# mine\nwidth = 60 # cells\n\n[keys]\nquit = \"x\"\n";
        fs::create_dir(&paths.config).unwrap();
        fs::write(paths.config_file(), config).unwrap();
        let search = SavedSearch { name: "Sea".to_owned(), query: "harbor is:unread".to_owned() };
        assert!(save(&paths, &search).unwrap());
        assert!(save(&paths, &search).unwrap(), "the same again");
        assert!(!save(&paths, &SavedSearch { query: "x".to_owned(), ..search.clone() }).unwrap());
        let text = fs::read_to_string(paths.config_file()).unwrap();
        assert_eq!(text, format!("{config}\n[[search]]\nname = \"Sea\"\nquery = \"harbor is:unread\"\n"));
        let (loaded, problems) = super::super::load(&paths.config_file(), None);
        assert_eq!((loaded.searches, problems.len()), (vec![search], 0));
    }
}

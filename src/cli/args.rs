//! The arguments, with the help that explains them.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

/// A terminal news reader that shows which words are somebody's own, and whose.
///
/// Without a command it opens the articles of the paths in the reader: files,
/// folders, and - for standard input. Without paths it is about the library, with
/// what the config names; where there is nothing in it yet, and no feed is followed,
/// about the folder `feeds` where it is started, or else its samples.
#[derive(Debug, Parser)]
#[command(name = "kabar", version, args_conflicts_with_subcommands = true, max_term_width = 90)]
#[command(after_help = "A path that is called like a command needs its folder: ./list\n\n\
    Exit codes: 0 fine, 1 nothing found, 2 something failed.")]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// Files, folders, or - for standard input
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List articles with their ids and marks
    List(List),
    /// Print articles without what does not belong to them
    Show(Show),
    /// Print who says what
    Quotes(Quotes),
    /// Find articles by their words, among all that kabar ever read
    ///
    /// First takes the paths into the library, or the sources of the config; what has
    /// not changed is not read again.
    #[command(after_help = SEARCHES)]
    Search(Search),
    /// Bring all stored articles up to the rules of this kabar
    Reclean(Reclean),
    /// Ask the feeds for what is new, and take it into the library
    ///
    /// Asks at once, but for servers that want to be left alone. With --due only what
    /// is due: a feed says itself for how long, and once an hour at most.
    Fetch(Fetch),
    /// Print what a feed holds, keeping nothing
    Preview(Preview),
    /// Mark articles
    Mark(Mark),
    /// Follow feeds
    ///
    /// A page stands for the feed that it names; where it names several, kabar asks
    /// which one is meant, or lists them where nobody can be asked.
    Add(Add),
    /// Follow feeds no more; their articles stay
    Remove(Remove),
    /// List the feeds that are followed
    Feeds(Feeds),
    /// Follow the feeds of other readers' lists
    ///
    /// Takes OPML, and the `urls` file of newsboat with its titles, tags and saved
    /// searches. Only feeds on the web are taken: no programs and no files.
    Import(Import),
    /// Write the feeds that are followed as OPML
    ///
    /// User names and passwords are left out.
    Export(Export),
    /// Look over library, marks, config, feeds and terminal
    ///
    /// Says what is wrong and what to do about it. Exit codes: 0 nothing is wrong, 1
    /// something is, 2 something could not be looked at.
    Doctor(Doctor),
    /// Print where kabar keeps its files
    Paths,
    /// Print a config that says what holds, and explains it
    Config,
}

#[derive(Debug, ClapArgs)]
pub(super) struct List {
    /// Only what is unread
    #[arg(long, conflicts_with = "bookmarks")]
    pub(super) unread: bool,
    /// Only what is bookmarked
    #[arg(long)]
    pub(super) bookmarks: bool,
    /// The most articles to print
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
    /// How to print it; json is one object a line
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: TextOrJson,
    /// Files, folders, or - for standard input
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Show {
    /// How to print it; ansi on a terminal, else text
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: Option<ShowFormat>,
    /// The widest that a line gets, in cells; at most 1000
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(10..=1000))]
    pub(super) width: Option<u16>,
    #[command(flatten)]
    pub(super) which: Which,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Quotes {
    /// How to print it; json is one object a line for each article, or with
    /// --speaker or --about for each quotation
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: TextOrJson,
    /// What this person or body said, in all articles that kabar ever read
    #[arg(long, value_name = "NAME", conflicts_with_all = ["articles", "within"])]
    pub(super) speaker: Option<String>,
    /// What was said with these words, in all articles that kabar ever read
    #[arg(long, value_name = "WORDS", conflicts_with_all = ["articles", "within"])]
    pub(super) about: Option<String>,
    /// The most quotations that --speaker and --about print
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub(super) limit: usize,
    /// Files, folders, - for standard input, or the beginning of an id; without any,
    /// every article of the library
    #[arg(value_name = "PATH|ID")]
    pub(super) articles: Vec<PathBuf>,
    /// Where to look for ids, instead of where the reader looks
    #[arg(long = "in", value_name = "PATH")]
    pub(super) within: Vec<PathBuf>,
}

/// What can be asked, for the help of `kabar search`.
const SEARCHES: &str = "Queries:
  harbor wall            both words, in any case and without accents
  \"harbor wall\"          one after the other
  harb*                  words that begin so
  -wall                  not this
  harbor OR port         either
  title:x by:x from:x    in the title, the byline, the outlet or address or file
  said:lopez             where Lopez is quoted
  lang:id has:quotes is:unread is:bookmarked
  after:2026-10 before:yesterday   also 2026, 2026-10-31, today, 3d, 2w, 6m, 1y";

#[derive(Debug, ClapArgs)]
pub(super) struct Search {
    /// What to look for; see below
    #[arg(allow_hyphen_values = true)]
    pub(super) query: String,
    /// How to print it; json is one object a line
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: TextOrJson,
    /// The most articles to print
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(super) limit: usize,
    /// What fits best first, instead of what is newest
    #[arg(long)]
    pub(super) rank: bool,
    /// Files, folders, or - for standard input
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Reclean {
    /// Those that were read by the rules of today as well
    #[arg(long)]
    pub(super) all: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Fetch {
    /// Ask only what is due: for cron and other clocks
    #[arg(long, conflicts_with = "anew")]
    pub(super) due: bool,
    /// Ask as if nothing were known: also what is gone, and what has not changed is
    /// sent again as a whole
    #[arg(long)]
    pub(super) anew: bool,
    /// Print a JSON object a line for each feed
    #[arg(long)]
    pub(super) json: bool,
    /// Feeds by their addresses or titles; without any, all of them
    #[arg(value_name = "FEED")]
    pub(super) feeds: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Preview {
    /// How to print it; json is JSON Feed 1.1, one feed a line
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: TextOrJson,
    /// RSS, Atom, RDF or JSON feeds: files, addresses, or - for standard input
    #[arg(value_name = "FILE|URL", required = true)]
    pub(super) feeds: Vec<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Mark {
    /// What to mark them as
    pub(super) what: What,
    #[command(flatten)]
    pub(super) which: Which,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Add {
    /// What to call the feed, instead of what it calls itself
    #[arg(long, value_name = "TITLE")]
    pub(super) title: Option<String>,
    /// The folder to put the feeds into; News/Local is one in another
    #[arg(long, value_name = "FOLDER")]
    pub(super) folder: Option<String>,
    /// A tag for the feeds, as often as you like
    #[arg(long = "tag", value_name = "TAG")]
    pub(super) tags: Vec<String>,
    /// Addresses of feeds or pages; https:// may be left out
    #[arg(value_name = "URL", required = true)]
    pub(super) urls: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Remove {
    /// The address of a feed, its title, or a part of them that no other feed has
    #[arg(value_name = "URL|TITLE", required = true)]
    pub(super) feeds: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Feeds {
    /// How to print it; json is one object a line
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: TextOrJson,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Import {
    /// Take addresses of OPML on this machine and the networks around it, too
    #[arg(long)]
    pub(super) local: bool,
    /// OPML, newsboat's urls, or - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Export {
    /// The file to write, instead of standard output
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Doctor {
    /// How to print it; json is one object a line
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: TextOrJson,
}

/// Articles, as arguments name them.
#[derive(Debug, ClapArgs)]
pub(super) struct Which {
    /// Files, folders, - for standard input, addresses, or the beginning of an id
    #[arg(value_name = "PATH|URL|ID", required = true)]
    pub(super) articles: Vec<PathBuf>,
    /// Where to look for ids, instead of where the reader looks
    #[arg(long = "in", value_name = "PATH")]
    pub(super) within: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TextOrJson {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ShowFormat {
    Text,
    Markdown,
    Json,
    Ansi,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum What {
    Read,
    Unread,
    Bookmark,
    Unbookmark,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_arguments_are_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn what_is_no_command_is_a_path() {
        let args = Args::try_parse_from(["kabar", "lists", "-"]).unwrap();
        assert!(args.command.is_none());
        assert_eq!(args.paths, [PathBuf::from("lists"), PathBuf::from("-")]);
    }
}

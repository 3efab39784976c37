//! The rows above the body: section line, title, what is known of the article.

use super::Role;
use super::flow::Flow;
use super::setter::{Inset, Setter};
use crate::article::{Article, Date};
use crate::text::analysis::Analysis;
use crate::text::{bidi, width, wrap};

/// `updated` is whether the text has changed since it was first read, `raw` whether all
/// is told that was done to it.
pub(super) fn set(setter: &mut Setter, article: &Article, analysis: &Analysis, updated: bool, raw: bool) {
    if let Some(kicker) = &article.kicker {
        setter.paragraph(&Flow::plain(kicker.as_str(), Role::Kicker), Inset::default());
    }
    let title = Flow::plain(article.title.as_str(), Role::Title);
    for line in wrap::wrap(&title.text, wrap::balance(&title.text, setter.width())) {
        setter.line(&title, line, Inset::default());
    }
    let rtl = bidi::is_rtl(&article.title);
    for row in meta(article, analysis, updated, setter.width()) {
        setter.parts(&row, BETWEEN, Role::Meta, rtl);
    }
    if let Some(byline) = &article.byline {
        setter.paragraph(&Flow::plain(byline.as_str(), Role::Meta), Inset::default());
    }
    for caveat in article.caveats.iter().filter(|it| raw || !it.is_minor()) {
        setter.paragraph(&Flow::plain(caveat.words(), Role::Why), Inset::default());
    }
}

/// What stands between two things that are known.
const BETWEEN: &str = " · ";

/// `Harian Sabah · 14 Nov 2026 · 4 min · 9 quotes`, as far as known; in rows that
/// end between two of these.
fn meta(article: &Article, analysis: &Analysis, updated: bool, width: usize) -> Vec<Vec<String>> {
    let quotes = match analysis.speech().count() {
        0 => None,
        1 => Some("1 quote".to_owned()),
        n => Some(format!("{n} quotes")),
    };
    let parts = [
        article.outlet.clone(),
        article.published.map(day),
        updated.then(|| "updated".to_owned()),
        Some(format!("{} min", analysis.minutes)),
        quotes,
    ];
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut left = 0;
    for part in parts.into_iter().flatten().filter(|it| !it.is_empty()) {
        let cells = width::cells(&part);
        let needed = cells + width::cells(BETWEEN);
        if let Some(row) = rows.last_mut().filter(|_| needed <= left) {
            left -= needed;
            row.push(part);
        } else {
            left = width.saturating_sub(cells);
            rows.push(vec![part]);
        }
    }
    rows
}

fn day(date: Date) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month, day, ..) = date.civil();
    let month = usize::from(month).checked_sub(1).and_then(|it| MONTHS.get(it)).unwrap_or(&"");
    format!("{day} {month} {year}")
}

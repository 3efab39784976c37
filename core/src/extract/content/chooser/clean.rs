//! What is taken out of the article that was found.

use super::dom::Id;
use super::said::Said;
use super::score::float;
use super::{ENOUGH, Name, Page, Strictness};
use crate::extract::html::tree::Attribute;

/// Commas from which on an element is text, whatever it is called.
const COMMAS: usize = 10;
/// Words that an advertisement or a place holder consists of.
const ADVERTISEMENTS: &[&str] = &[
    "ad",
    "advertising",
    "advertisement",
    "pub",
    "publicité",
    "werb",
    "werbung",
    "广告",
    "реклама",
    "anuncio",
];
const LOADING: &[&str] = &["loading", "正在加载", "загрузка", "chargement", "cargando"];
/// The longest of these in characters, with the stops that may follow it.
const LONGEST_LABEL: usize = 24;

impl Page<'_> {
    pub(super) fn clean(&mut self, article: Id, strictness: Strictness) {
        self.remove_share_bars(article);
        let tables = self.all(article, |it| it == Name::Table);
        let has_data = tables.into_iter().fold(false, |any, it| {
            let data = self.is_data_table(it);
            self.dom.node_mut(it).data = data;
            any || data
        });
        for it in self.all(article, |it| it == Name::Figure) {
            // A picture that is loaded late will stand there.
            let pictured = |it: &Id| matches!(self.dom.name(*it), Name::Img | Name::Picture);
            if self.dom.is_sign(it) && !self.dom.below(it).any(|it| pictured(&it)) {
                let image = self.dom.make(Name::Img);
                self.dom.append(it, image);
            }
        }
        self.clean_conditionally(article, strictness, has_data, |it| {
            matches!(it, Name::Form | Name::Fieldset)
        });
        self.remove_parts(article);
        for it in self.all(article, |it| matches!(it, Name::Heading(1 | 2))) {
            if self.weight(it, strictness.weigh) < 0.0 {
                self.dom.remove(it);
            }
        }
        self.clean_conditionally(article, strictness, has_data, |it| {
            matches!(it, Name::Table | Name::Ul | Name::Div)
        });
        self.tidy_up(article);
    }

    /// Takes out paragraphs with nothing in them, and tables around a single cell. No
    /// word goes, but white space between them does, and attempts are compared by
    /// their length.
    fn tidy_up(&mut self, article: Id) {
        let fills = |it: Name| matches!(it, Name::Img | Name::Object | Name::Embed | Name::Iframe);
        for it in self.all(article, |it| it == Name::P) {
            if self.dom.chars(it) == 0 && !self.dom.below(it).any(|it| fills(self.dom.name(it))) {
                self.dom.remove(it);
            }
        }
        for table in self.all(article, |it| it == Name::Table) {
            let body = self.only_child(table).filter(|it| self.dom.is(*it, Name::Tbody)).unwrap_or(table);
            let row = self.only_child(body).filter(|it| self.dom.is(*it, Name::Tr));
            let cell = row.and_then(|it| self.only_child(it)).filter(|it| self.dom.is(*it, Name::Td));
            if let Some(cell) = cell {
                self.dom.replace(table, cell);
            }
        }
    }

    /// Few words in an element that is called by what they are for.
    fn remove_share_bars(&mut self, article: Id) {
        let named: Vec<Id> = self
            .dom
            .below(article)
            .filter(|it| {
                let (class, name) = self.said(*it);
                class.and(name).any(Said::SHARE)
            })
            .collect();
        for it in named {
            if self.dom.chars(it) < ENOUGH {
                self.dom.remove(it);
            }
        }
    }

    /// What is no text in any case. Players of videos stay.
    fn remove_parts(&mut self, article: Id) {
        let parts = |it: Name| {
            matches!(
                it,
                Name::Object
                    | Name::Embed
                    | Name::Footer
                    | Name::Link
                    | Name::Aside
                    | Name::Iframe
                    | Name::Input
                    | Name::Textarea
                    | Name::Select
                    | Name::Button
            )
        };
        for it in self.all(article, parts) {
            if !self.is_player(it) {
                self.dom.remove(it);
            }
        }
    }

    fn is_player(&self, id: Id) -> bool {
        match self.dom.name(id) {
            Name::Embed | Name::Iframe => self.dom.is_sign(id),
            Name::Object => self.dom.is_sign(id) || self.dom.below(id).any(|it| self.dom.is_sign(it)),
            _ => false,
        }
    }

    /// Whether a table holds data, and is not there for layout.
    fn is_data_table(&self, table: Id) -> bool {
        let dom = &self.dom;
        if dom.attribute(table, Attribute::Role) == Some("presentation")
            || dom.attribute(table, Attribute::Datatable) == Some("0")
        {
            return false;
        }
        if dom.attribute(table, Attribute::Summary).is_some() {
            return true;
        }
        let (mut nested, mut rows, mut columns) = (false, 0, 0);
        for it in dom.below(table) {
            match dom.name(it) {
                Name::TablePart | Name::Th => return true,
                Name::Table => nested = true,
                Name::Tr => rows += 1,
                _ => {}
            }
        }
        if nested {
            return false;
        }
        for row in dom.named(table, Name::Tr) {
            let cells = dom.named(row, Name::Td).map(|it| span(dom.attribute(it, Attribute::Colspan)));
            columns = cells.sum::<usize>().max(columns);
        }
        rows != 1 && columns != 1 && (rows >= 10 || columns > 4 || rows * columns > 10)
    }

    /// Takes out elements of some kinds that have few words and much else in them,
    /// the innermost first.
    fn clean_conditionally(
        &mut self,
        article: Id,
        strictness: Strictness,
        has_data: bool,
        kinds: impl Fn(Name) -> bool,
    ) {
        if !strictness.clean {
            return;
        }
        for it in self.all(article, kinds).into_iter().rev() {
            if self.is_junk(it, strictness.weigh, has_data) {
                self.dom.remove(it);
            }
        }
    }

    fn is_junk(&self, id: Id, weigh: bool, has_data: bool) -> bool {
        let dom = &self.dom;
        let data = |it: Id| dom.is(it, Name::Table) && dom.node(it).data;
        if has_data && (data(id) || dom.below(id).any(data) || dom.ancestors(id).any(data)) {
            return false;
        }
        let weight = self.weight(id, weigh);
        if weight < 0.0 {
            // Names of styles (`scroll-mt-2`) stand on code as well.
            return dom.named(id, Name::Pre).next().is_none();
        }
        !dom.has_commas(id, COMMAS) && self.is_poor(id, weight)
    }

    /// Whether an element with few commas has more of other things than of text.
    fn is_poor(&self, id: Id, weight: f32) -> bool {
        let dom = &self.dom;
        let mut counts = Counts::default();
        for it in dom.below(id) {
            match dom.name(it) {
                Name::Object | Name::Embed | Name::Iframe if self.is_player(it) => return false,
                Name::Object | Name::Embed | Name::Iframe => counts.embeds += 1,
                Name::Img => counts.images += 1,
                Name::P => counts.paragraphs += 1,
                Name::Li => counts.items += 1,
                Name::Input => counts.inputs += 1,
                _ => {}
            }
        }
        if dom.short_text(id, LONGEST_LABEL).is_some_and(|it| is_label(&it)) {
            return true;
        }
        let chars = dom.chars(id);
        let list = matches!(dom.name(id), Name::Ul | Name::Ol)
            || self.share_of(id, chars, |it| matches!(it, Name::Ul | Name::Ol)) > 0.9;
        let poor = self.is_out_of_proportion(id, &counts, chars, list, weight);
        if list && poor {
            // A list of pictures, one in each item, is a gallery.
            let plain = dom.children(id).all(|it| dom.elements(it).nth(1).is_none());
            return !plain || counts.images != counts.items;
        }
        poor
    }

    fn is_out_of_proportion(&self, id: Id, counts: &Counts, chars: usize, list: bool, weight: f32) -> bool {
        let Counts { images, paragraphs, items, inputs, embeds } = *counts;
        let figure = self.dom.ancestors(id).any(|it| self.dom.is(it, Name::Figure));
        if !figure && images > 1 && float(paragraphs) / float(images) < 0.5
            || !list && items > paragraphs + 100
            || inputs > paragraphs / 3
        {
            return true;
        }
        let density = self.link_density(id, Some(chars));
        !list
            && !figure
            && chars < 25
            && (images == 0 || images > 2)
            && density > 0.0
            && self.share_of(id, chars, |it| matches!(it, Name::Heading(_))) < 0.9
            || !list && weight < 25.0 && density > 0.2
            || weight >= 25.0 && density > 0.5
            || embeds == 1 && chars < 75
            || embeds > 1
            || images == 0
                && !self.dom.below(id).any(|it| is_textual(self.dom.name(it)) && self.dom.chars(it) > 0)
    }

    /// The share of an element's characters that stand in parts of some kind; in one
    /// inside of another they count twice.
    fn share_of(&self, id: Id, chars: usize, kind: impl Fn(Name) -> bool) -> f32 {
        if chars == 0 {
            return 0.0;
        }
        let parts = self.dom.below(id).filter(|it| kind(self.dom.name(*it)));
        float(parts.map(|it| self.dom.chars(it)).sum()) / float(chars)
    }
}

/// What is counted in an element.
#[derive(Default)]
struct Counts {
    images: usize,
    paragraphs: usize,
    items: usize,
    inputs: usize,
    embeds: usize,
}

/// Elements that text stands in.
fn is_textual(name: Name) -> bool {
    name.is_block() || matches!(name, Name::Span | Name::Li | Name::Td)
}

/// Whether a text is the label of an advertisement, or says that something comes.
fn is_label(text: &str) -> bool {
    let text = text.to_lowercase();
    ADVERTISEMENTS.contains(&text.as_str()) || LOADING.contains(&text.trim_end_matches(['…', '.']))
}

/// The columns that a cell takes: as the HTML standard reads the attribute, 1,000 at
/// most.
fn span(given: Option<&str>) -> usize {
    let Some(given) = given else { return 1 };
    match given.parse::<usize>() {
        Ok(it) => it.clamp(1, 1_000),
        Err(_) if !given.is_empty() && given.bytes().all(|it| it.is_ascii_digit()) => 1_000,
        Err(_) => 1,
    }
}

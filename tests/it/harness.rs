//! The reader without a terminal: keys in, frames out. Effects are done at once,
//! on articles in memory, so that nothing waits and nothing is left to chance.

use kabar::app::document::Document;
use kabar::app::effect::{Effect, Excerpts, Timer};
use kabar::app::key::Chord;
use kabar::app::keymap::Keymap;
use kabar::app::model::{Model, Options};
use kabar::app::msg::Msg;
use kabar::app::screen::Size;
use kabar::app::{start, update};
use kabar::article::{ArticleId, Change, Field, Mark, Stamped};
use kabar::extract::{Form, Hint, extract};
use kabar::shell::{Order, perform};
use kabar::store::{Store, Taken};
use kabar::view::draw;
use kabar::view::theme::{Depth, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

/// 22 November 2026, 12:00 UTC.
pub const NOW: i64 = 1_795_348_800;

pub struct Harness {
    pub model: Model,
    pub theme: Theme,
    /// The library; what is not in it yet is taken in by the next scan.
    pub store: Store,
    documents: Vec<Document>,
    /// Rises with every mark.
    clock: u64,
    /// What was asked of the world beside reading and marking.
    pub asked: Vec<Effect>,
    /// How often an article was shown that had to be read first.
    pub waits: usize,
    /// What was made durable.
    pub recorded: Vec<Change>,
    /// Whether marks can be written.
    pub disk_works: bool,
    /// Whether writing them takes until [`Harness::disk_answers`].
    pub disk_is_slow: bool,
    unwritten: Vec<Vec<Change>>,
    timers: Vec<Timer>,
    size: Size,
}

impl Harness {
    /// A reader of these articles: names and texts.
    pub fn new(width: u16, height: u16, articles: &[(&str, &str)]) -> Self {
        let read = articles.iter().map(|(name, text)| document(name, text.as_bytes()));
        Self::with(width, height, read.collect())
    }

    fn with(width: u16, height: u16, documents: Vec<Document>) -> Self {
        let mut harness = Self {
            model: Model::new(Options::default(), Keymap::default()),
            theme: Theme::default(),
            store: Store::in_memory().unwrap(),
            documents,
            clock: 0,
            asked: Vec::new(),
            waits: 0,
            recorded: Vec::new(),
            disk_works: true,
            disk_is_slow: false,
            unwritten: Vec::new(),
            timers: Vec::new(),
            size: Size { width, height },
        };
        harness.send(Msg::Clock(NOW));
        harness.send(Msg::Resize(Size { width, height }));
        for effect in start(&mut harness.model) {
            harness.perform(effect);
        }
        harness
    }

    pub fn colorless(mut self) -> Self {
        self.theme = self.theme.at(Depth::Mono);
        self
    }

    pub fn send(&mut self, msg: Msg) -> &mut Self {
        for effect in update(&mut self.model, msg) {
            self.perform(effect);
        }
        self
    }

    /// Presses keys: `"j j Enter ] Ctrl-d"`; words in quotes are typed.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for word in keys.split_whitespace() {
            let typed = word.strip_prefix("text:");
            let presses = match typed {
                Some(text) => text.chars().map(kabar::app::key::Key::char).collect(),
                None => word.parse::<Chord>().unwrap().keys().to_vec(),
            };
            for key in presses {
                self.send(Msg::Key(key));
            }
        }
        self
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.size = Size { width, height };
        self.send(Msg::Resize(self.size))
    }

    /// Lets a slow disk come to its end.
    pub fn disk_answers(&mut self) -> &mut Self {
        for changes in std::mem::take(&mut self.unwritten) {
            self.write_down(changes);
        }
        self
    }

    /// Lets the timers run out that are running now.
    pub fn wait(&mut self) -> &mut Self {
        for timer in std::mem::take(&mut self.timers) {
            self.send(Msg::Timer(timer));
        }
        self
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Scan => {
                let documents = std::mem::take(&mut self.documents);
                let taken: Vec<Taken> = documents.iter().map(taken).collect();
                self.store.take_in(&taken, &[], 0).unwrap();
                self.send(Msg::Arrived);
                self.send(Msg::Scanned { place: "feeds".to_owned(), problems: Vec::new() });
            }
            Effect::List(ask) => self.order(&Order::List(ask)),
            Effect::Count(count) => self.order(&Order::Count(count)),
            Effect::Gather(gather) => self.order(&Order::Gather(gather)),
            Effect::Load(wanted) => {
                self.waits += 1;
                self.order(&Order::Load(wanted));
            }
            Effect::Ahead(wanted) => self.order(&Order::Ahead(wanted)),
            Effect::Excerpt(Excerpts { view, query, rows }) => {
                for row in rows {
                    let one = Excerpts { view, query: query.clone(), rows: vec![row] };
                    self.order(&Order::Excerpt(one));
                }
            }
            Effect::Record(changes) if self.disk_is_slow => self.unwritten.push(changes),
            Effect::Record(changes) => self.write_down(changes),
            Effect::After { timer, .. } => self.timers.push(timer),
            Effect::Survey(survey) => self.order(&Order::Survey(survey)),
            other => self.asked.push(other),
        }
    }

    /// Reads from the library as the program does.
    fn order(&mut self, order: &Order) {
        if let Some(msg) = perform(&self.store, order).unwrap() {
            self.send(msg);
        }
    }

    /// Makes marks durable, if the disk works.
    fn write_down(&mut self, changes: Vec<Change>) {
        let result = if self.disk_works {
            self.recorded.extend(&changes);
            self.write(&changes);
            Ok(())
        } else {
            Err("cannot write `state/desk.jsonl`: no space left on device".to_owned())
        };
        self.send(Msg::Recorded { changes, result });
    }

    /// Puts marks into the library.
    fn write(&mut self, changes: &[Change]) {
        self.clock += 1;
        let writes: Vec<Stamped> = changes.iter().map(|&change| Stamped { t: self.clock, change }).collect();
        self.store.apply_marks(&writes, None).unwrap();
    }

    /// Another kabar marks.
    pub fn elsewhere(&mut self, id: ArticleId, mark: Mark) -> &mut Self {
        let fields =
            [Field::Read(mark.read), Field::Bookmarked(mark.bookmarked), Field::Progress(mark.progress)];
        self.write(&fields.map(|field| Change { id, field }));
        self.send(Msg::Marked(vec![(id, mark)]))
    }

    /// An article arrives, as a refresh brings it.
    pub fn arrives(&mut self, name: &str, text: &str) -> &mut Self {
        let taken = taken(&document(name, text.as_bytes()));
        self.store.take_in(&[taken], &[], 0).unwrap();
        self.send(Msg::Arrived)
    }

    /// What is marked of an article of the list.
    pub fn mark(&self, title: &str) -> Mark {
        let rows = self.model.list().rows();
        rows.iter().find(|it| it.header.title == title).map(|it| it.mark).unwrap()
    }

    fn buffer(&mut self) -> Buffer {
        let mut terminal = Terminal::new(TestBackend::new(self.size.width, self.size.height)).unwrap();
        terminal.draw(|frame| draw(&self.model, &self.theme, frame)).unwrap();
        self.model.clean();
        terminal.backend().buffer().clone()
    }

    /// What is on the screen, line by line, without blanks at line ends.
    pub fn screen(&mut self) -> String {
        let buffer = self.buffer();
        lines(&buffer, |cell, skip| if skip { String::new() } else { cell.symbol().to_owned() })
    }

    /// The looks of every cell, a letter each: `.` plain, `c` speech and other
    /// accents, `b` bold, `d` dim, `i` italic, `u` underlined, `s` a band, `h` a
    /// hit, `m` a message, `x` struck out.
    pub fn looks(&mut self) -> String {
        let buffer = self.buffer();
        lines(&buffer, |cell, _| {
            let has = |modifier| cell.modifier.contains(modifier);
            let letter = match (cell.bg, cell.fg) {
                (Color::DarkGray, _) => 's',
                (Color::Yellow | Color::LightYellow, _) => 'h',
                _ if has(Modifier::REVERSED) => 's',
                _ if has(Modifier::CROSSED_OUT) => 'x',
                _ if has(Modifier::UNDERLINED) => 'u',
                (_, Color::Cyan) => 'c',
                (_, Color::Yellow) => 'm',
                _ if has(Modifier::BOLD) => 'b',
                _ if has(Modifier::DIM) => 'd',
                _ if has(Modifier::ITALIC) => 'i',
                _ if cell.symbol() == " " => ' ',
                _ => '.',
            };
            if cell.symbol() == " " && letter != 's' && letter != 'h' {
                " ".to_owned()
            } else {
                letter.to_string()
            }
        })
    }
}

fn lines(buffer: &Buffer, show: impl Fn(&ratatui::buffer::Cell, bool) -> String) -> String {
    let area = buffer.area;
    let mut out = String::new();
    for y in 0..area.height {
        let mut line = String::new();
        let mut wide = 0;
        for x in 0..area.width {
            let cell = &buffer[(x, y)];
            line.push_str(&show(cell, wide > 0));
            wide =
                if wide > 0 { wide - 1 } else { kabar::text::width::cells(cell.symbol()).saturating_sub(1) };
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// An article on its way into the library.
fn taken(document: &Document) -> Taken {
    let header = document.header();
    let source = header.source.clone();
    Taken::new(header, &document.article, &document.analysis, (&source, b""), None)
}

/// An article from a file's bytes.
pub fn document(name: &str, bytes: &[u8]) -> Document {
    let hint = Hint { name: name.to_owned(), form: Form::of_name(name), ..Hint::default() };
    Document::new(extract(bytes, &hint))
}

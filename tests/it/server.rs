//! An HTTP server on this machine that answers as it is told, and remembers what
//! it was asked. Nothing in it sleeps: what is slow waits until it is let go.

use std::io::{self, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// A question as it came in.
#[derive(Clone, Debug)]
pub struct Seen {
    pub method: String,
    pub target: String,
    /// Names in lower case, values as they came.
    pub headers: Vec<(String, String)>,
    /// The host that a proxy was asked to connect to.
    pub through: Option<String>,
}

impl Seen {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }
}

/// What is answered.
#[derive(Clone, Debug)]
pub struct Reply {
    head: String,
    body: Vec<u8>,
    sized: bool,
    /// Whether the connection stays open, silent, when the answer is written.
    held: bool,
    /// Whether characters of the head beyond ASCII go out as single bytes.
    latin: bool,
}

impl Reply {
    pub fn status(status: u16) -> Self {
        let head = format!("HTTP/1.1 {status} Said So\r\n");
        Self { head, body: Vec::new(), sized: true, held: false, latin: false }
    }

    pub fn body(body: impl AsRef<[u8]>) -> Self {
        Self { body: body.as_ref().to_vec(), ..Self::status(200) }
    }

    pub fn redirect(status: u16, location: &str) -> Self {
        Self::status(status).header("Location", location)
    }

    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.head = format!("{}{name}: {value}\r\n", self.head);
        self
    }

    /// Without a length of its own.
    #[must_use]
    pub fn unsized_(mut self) -> Self {
        self.sized = false;
        self
    }

    /// With a head in ISO 8859-1.
    #[must_use]
    pub fn latin(mut self) -> Self {
        self.latin = true;
        self
    }

    /// Says no more, and does not hang up.
    #[must_use]
    pub fn held(mut self) -> Self {
        self.held = true;
        self
    }
}

type Handler = dyn Fn(&Seen) -> Reply + Send + Sync;

struct Shared {
    handler: Box<Handler>,
    tls: Option<Arc<ServerConfig>>,
    seen: Mutex<Vec<Seen>>,
    streams: Mutex<Vec<TcpStream>>,
    n_connections: AtomicUsize,
    stopping: AtomicBool,
}

/// A server that runs until it is dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    listener: Option<JoinHandle<()>>,
}

impl Server {
    pub fn new(handler: impl Fn(&Seen) -> Reply + Send + Sync + 'static) -> Self {
        Self::start(Box::new(handler), None)
    }

    pub fn tls(config: ServerConfig, handler: impl Fn(&Seen) -> Reply + Send + Sync + 'static) -> Self {
        Self::start(Box::new(handler), Some(Arc::new(config)))
    }

    /// Gives one answer to everything.
    pub fn always(reply: Reply) -> Self {
        Self::new(move |_| reply.clone())
    }

    fn start(handler: Box<Handler>, tls: Option<Arc<ServerConfig>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            handler,
            tls,
            seen: Mutex::default(),
            streams: Mutex::default(),
            n_connections: AtomicUsize::new(0),
            stopping: AtomicBool::new(false),
        });
        let accepting = Arc::clone(&shared);
        let listener = thread::spawn(move || {
            for stream in listener.incoming() {
                if accepting.stopping.load(Ordering::SeqCst) {
                    break;
                }
                let Ok(stream) = stream else { continue };
                accepting.n_connections.fetch_add(1, Ordering::SeqCst);
                accepting.streams.lock().unwrap().push(stream.try_clone().unwrap());
                let shared = Arc::clone(&accepting);
                thread::spawn(move || {
                    let end = stream.try_clone().unwrap();
                    // A client that hangs up ends this; that is no failure.
                    let _ = shared.serve(stream);
                    let _ = end.shutdown(Shutdown::Both);
                });
            }
        });
        Self { address, shared, listener: Some(listener) }
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }

    pub fn url(&self, path: &str) -> String {
        let scheme = if self.shared.tls.is_some() { "https" } else { "http" };
        format!("{scheme}://{}{path}", self.address)
    }

    /// What was asked so far.
    pub fn seen(&self) -> Vec<Seen> {
        self.shared.seen.lock().unwrap().clone()
    }

    /// The targets that were asked for so far.
    pub fn targets(&self) -> Vec<String> {
        self.seen().into_iter().map(|it| it.target).collect()
    }

    pub fn n_connections(&self) -> usize {
        self.shared.n_connections.load(Ordering::SeqCst)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        // The listener wakes up for one more connection.
        drop(TcpStream::connect(self.address));
        for stream in self.shared.streams.lock().unwrap().drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
        let _ = self.listener.take().unwrap().join();
    }
}

trait Duplex: Read + Write {}
impl<T: Read + Write> Duplex for T {}

impl Shared {
    fn serve(&self, stream: TcpStream) -> io::Result<()> {
        let stream: Box<dyn Duplex> = match &self.tls {
            Some(config) => {
                Box::new(StreamOwned::new(ServerConnection::new(Arc::clone(config)).unwrap(), stream))
            }
            None => Box::new(stream),
        };
        let mut stream = BufReader::new(stream);
        let mut through = None;
        while let Some(seen) = question(&mut stream, through.clone())? {
            if seen.method == "CONNECT" {
                through = Some(seen.target);
                stream.get_mut().write_all(b"HTTP/1.1 200 Connected\r\n\r\n")?;
                continue;
            }
            self.seen.lock().unwrap().push(seen.clone());
            let reply = (self.handler)(&seen);
            let length =
                if reply.sized { format!("Content-Length: {}\r\n", reply.body.len()) } else { String::new() };
            // In one write: small ones would wait for each other (Nagle).
            let head = format!("{}{length}\r\n", reply.head);
            let head = if reply.latin { latin(&head) } else { head.into_bytes() };
            stream.get_mut().write_all(&[&head[..], &reply.body].concat())?;
            stream.get_mut().flush()?;
            if reply.held {
                io::copy(&mut stream, &mut io::sink())?;
            }
            if !reply.sized {
                break;
            }
        }
        Ok(())
    }
}

/// A text in ISO 8859-1; what that has no byte for is left out.
pub fn latin(text: &str) -> Vec<u8> {
    text.chars().filter_map(|it| u8::try_from(it).ok()).collect()
}

/// Reads the head of a question; `None` where there is no further one.
fn question(stream: &mut impl io::BufRead, through: Option<String>) -> io::Result<Option<Seen>> {
    let mut lines = Vec::new();
    loop {
        let mut line = Vec::new();
        if stream.read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        // Bytes beyond ASCII are compared as ISO 8859-1.
        let line: String = line.into_iter().map(char::from).collect();
        let line = line.trim_end().to_owned();
        if line.is_empty() {
            break;
        }
        lines.push(line);
    }
    let mut words = lines.remove(0);
    words.truncate(words.rfind(' ').unwrap_or(words.len()));
    let (method, target) = words.split_once(' ').unwrap();
    let headers = lines
        .iter()
        .filter_map(|it| it.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    Ok(Some(Seen { method: method.to_owned(), target: target.to_owned(), headers, through }))
}

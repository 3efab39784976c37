//! What the first screen waits for.

use kabar::app::effect::Effect;
use kabar::app::keymap::Keymap;
use kabar::app::model::{Model, Options};
use kabar::app::msg::Msg;
use kabar::app::screen::Size;
use kabar::app::{start, update};
use kabar::shell::{Order, perform};

use crate::harness::Harness;

#[test]
fn the_first_screen_is_whole_with_rows_counts_and_sidebar_and_waits_for_no_article() {
    let shelf = Harness::new(160, 40, &[("a.txt", "Harbor\n\nThe crane fell, and nobody was hurt.\n")]);
    let mut model = Model::new(Options::default(), Keymap::default());
    update(&mut model, Msg::Resize(Size { width: 160, height: 40 }));
    let mut orders = Vec::new();
    let add = |effects: Vec<Effect>, orders: &mut Vec<Order>| {
        orders.extend(effects.into_iter().filter_map(|it| match it {
            Effect::List(ask) => Some(Order::List(ask)),
            Effect::Count(count) => Some(Order::Count(count)),
            Effect::Survey(survey) => Some(Order::Survey(survey)),
            Effect::Load(id) => Some(Order::Load(id)),
            _ => None,
        }));
    };
    add(start(&mut model), &mut orders);
    let mut done = Vec::new();
    while !model.is_whole() {
        let order = orders.remove(0);
        let answer = perform(&shelf.store, &order).unwrap().unwrap();
        add(update(&mut model, answer), &mut orders);
        done.push(order);
    }
    assert!(matches!(done.as_slice(), [Order::List(_), Order::Count(_), Order::Survey(_)]), "{done:?}");
    assert!(matches!(orders.as_slice(), [Order::Load(_)]), "{orders:?}");
}

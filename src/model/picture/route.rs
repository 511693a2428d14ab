//! Route: a way between places as great circles, each with an arrow halfway.

use super::Pen;
use crate::geo::arc::Arc;
use crate::geo::clip::{self, Sink as _};
use crate::geo::projection::Facing;
use crate::geo::{LonLat, Screen, Unit};

/// Between two corners of the drawn line at most so many radians, 2 degrees: a tenth of a pixel off the
/// arc on a globe of 600 pixels, and no more than a pixel where a whole way is still in the box.
const CORNER: f64 = std::f64::consts::PI / 90.0;
/// The arrow's length in pixels along the way, and how far it opens to either side.
const ARROW_PX: (f64, f64) = (9.0, 6.0);
/// A way shorter than this has no room for an arrow between the pins at its ends.
const ARROW_ROOM_PX: f64 = 64.0;

/// Draws the way along the points; `line` is working memory.
pub(super) fn draw(points: &[LonLat], line: &mut Vec<Facing>, pen: &mut Pen) {
    for leg in points.windows(2) {
        let arc = Arc::between(leg[0].into(), leg[1].into());
        let face = |point: Unit| pen.view.face(point);
        line.clear();
        let mut passed = 0.0;
        while passed < arc.length() {
            line.push(face(arc.at(passed)));
            passed += CORNER;
        }
        line.push(face(leg[1].into()));
        clip::line(line, pen.view.law().rim(), pen);
        arrow(&arc, pen);
    }
}

/// An open arrow head, so that it is stroked as the way is.
fn arrow(arc: &Arc, pen: &mut Pen) {
    let half = pen.view.face(arc.share(0.5));
    if arc.length() * pen.view.radius() < ARROW_ROOM_PX || !pen.view.shows(half) {
        return;
    }
    let (before, at) = (
        pen.view.place(pen.view.face(arc.share(0.49))),
        pen.view.place(half),
    );
    let step = before.distance(at).max(f64::MIN_POSITIVE);
    let (right, down) = ((at.x - before.x) / step, (at.y - before.y) / step);
    let (long, wide) = ARROW_PX;
    let from_tip = |back: f64, aside: f64| Screen {
        x: at.x + right * (long / 2.0 - back) - down * aside,
        y: at.y + down * (long / 2.0 - back) + right * aside,
    };
    for corner in [
        from_tip(long, wide),
        from_tip(0.0, 0.0),
        from_tip(long, -wide),
    ] {
        pen.dot(corner);
    }
    pen.end(false);
}

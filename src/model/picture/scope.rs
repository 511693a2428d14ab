//! Scope: the part of the sphere that may be seen in the box, so that no work is done for the rest.

use std::f64::consts::FRAC_PI_2;

use super::pen::EDGE_PX;
use crate::geo::basemap::{ArcRef, Cap, Level, Ring};
use crate::geo::projection::{Facing, Law, Projection};
use crate::geo::{Size, Unit};

/// What is in the box lies within an angle of its middle.
#[derive(Debug)]
pub(super) struct Scope {
    /// That angle, in radians.
    pub(super) angle: f64,
    /// Where outlines and lines are cut: at the rim of the map or, when that is far out of the box,
    /// already at the horizon, which lies in no area.
    pub(super) rim: f64,
    /// What is apart from it cannot be seen, nor can a straight line between two points of it.
    cap: Cap,
}

/// Lambert's projection bends ways far from the middle, so that a straight line between their ends
/// comes nearer than they do: up to this many times, for what lies in a cap of 40 degrees.
const BEND: f64 = 1.5;

/// The cosine of 40 degrees.
const COS_40: f64 = 0.766_044_443_118_978;

impl Scope {
    pub(super) fn new(view: &Projection, size: Size) -> Self {
        let law = view.law();
        let corner_px = (size.width / 2.0).hypot(size.height / 2.0) + EDGE_PX;
        let angle = law.angle(corner_px / view.radius());
        let reach = match law {
            Law::Globe => angle,
            Law::Flat => BEND * angle,
        };
        let is_local = reach < FRAC_PI_2;
        Self {
            angle,
            rim: if is_local { 0.0 } else { law.rim() },
            cap: Cap::about(view.toward(), reach.min(std::f64::consts::PI)),
        }
    }

    /// Whether an arc in the cap can do without all its points but the ends.
    fn leaves_out(&self, cap: &Cap) -> bool {
        // Were the rim of the flat map in sight, it would matter how rings run about it.
        self.rim >= 0.0 && cap.is_narrower(COS_40) && self.cap.is_apart_from(cap)
    }
}

/// The points of a level as the camera has them.
#[derive(Debug, Default)]
pub(super) struct Faced {
    points: Vec<Facing>,
    /// For each arc, whether only its ends count, and only they are up to date.
    is_out: Vec<bool>,
}

impl Faced {
    /// Turns what may be seen of the level before the camera.
    pub(super) fn turn(&mut self, level: &Level, view: &Projection, scope: &Scope) {
        let nowhere = Facing {
            x: 0.0,
            y: 0.0,
            z: 0.0,
        };
        self.points.resize(level.points.len(), nowhere);
        self.is_out.clear();
        let turned = |&[x, y, z]: &[f32; 3]| {
            view.face(Unit {
                x: x.into(),
                y: y.into(),
                z: z.into(),
            })
        };
        for (range, cap) in level.arcs.iter().zip(&level.caps) {
            let (from, to) = (
                &level.points[range.clone()],
                &mut self.points[range.clone()],
            );
            let is_out = scope.leaves_out(cap);
            if is_out {
                let last = from.len() - 1;
                (to[0], to[last]) = (turned(&from[0]), turned(&from[last]));
            } else {
                for (from, to) in from.iter().zip(to) {
                    *to = turned(from);
                }
            }
            self.is_out.push(is_out);
        }
    }

    /// The points of an arc in sight.
    pub(super) fn arc(&self, level: &Level, arc: usize) -> Option<&[Facing]> {
        (!self.is_out[arc]).then(|| &self.points[level.arcs[arc].clone()])
    }

    /// Puts the corners of a ring into `line`, each once. Fewer than three are no ring: it has no arc in
    /// sight.
    pub(super) fn ring(&self, level: &Level, ring: &Ring, line: &mut Vec<Facing>) {
        line.clear();
        for &ArcRef { arc, reversed } in &ring.0 {
            let points = &self.points[level.arcs[arc].clone()];
            // Without its last point, which is the first of the next arc.
            let last = points.len() - 1;
            match (self.is_out[arc], reversed) {
                (true, false) => line.push(points[0]),
                (true, true) => line.push(points[last]),
                (false, false) => line.extend_from_slice(&points[..last]),
                (false, true) => line.extend(points[1..].iter().rev()),
            }
        }
    }
}

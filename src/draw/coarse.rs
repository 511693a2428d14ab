//! Coarse: a picture in few bytes: whole pixels, nothing beside the box, and no point that hardly shows.

use crate::geo::Size;
use crate::model::picture::Paths;

/// How far beside the box lines go on, so that their ends are not seen.
const BESIDE_PX: f32 = 4.0;

/// The lines and outlines with every point on a whole pixel, so few of them that no line strays by more than
/// `most` pixels, and without outlines no larger than that.
#[allow(clippy::cast_possible_truncation)] // a box on a page
pub fn coarse(paths: &Paths, most: f32, size: Size) -> Paths {
    let far = [
        size.width as f32 + BESIDE_PX,
        size.height as f32 + BESIDE_PX,
    ];
    let mut few = Paths::default();
    let mut start = 0;
    for &(end, closed) in &paths.ends {
        let points = &paths.points[start..end];
        start = end;
        if closed {
            add(&mut few, &outline_within(points, far), true, most);
        } else {
            let is_near = |point: &[f32; 2]| {
                (0..2).all(|axis| (-BESIDE_PX..far[axis]).contains(&point[axis]))
            };
            // With the point before and after those in the box.
            let seen = |at: &usize| {
                points[at.saturating_sub(1)..points.len().min(at + 2)]
                    .iter()
                    .any(is_near)
            };
            let all: Vec<usize> = (0..points.len()).filter(seen).collect();
            for run in all.chunk_by(|a, b| a + 1 == *b) {
                add(&mut few, &points[run[0]..=run[run.len() - 1]], false, most);
            }
        }
    }
    few
}

/// The part of an outline that lies in the box, edge by edge of that (Sutherland and Hodgman, 1974).
fn outline_within(points: &[[f32; 2]], far: [f32; 2]) -> Vec<[f32; 2]> {
    let mut left = points.to_vec();
    for axis in 0..2 {
        for (edge, side) in [(-BESIDE_PX, 1.0), (far[axis], -1.0)] {
            let depth = |point: [f32; 2]| side * (point[axis] - edge);
            let mut kept = Vec::new();
            for (index, &to) in left.iter().enumerate() {
                let from = left[index.checked_sub(1).unwrap_or(left.len() - 1)];
                let (before, after) = (depth(from), depth(to));
                if (before < 0.0) != (after < 0.0) {
                    let share = before / (before - after);
                    kept.push([0, 1].map(|axis| from[axis] + share * (to[axis] - from[axis])));
                }
                if after >= 0.0 {
                    kept.push(to);
                }
            }
            left = kept;
        }
    }
    left
}

/// Adds a line or an outline, thinned; unless nothing is left of it.
fn add(few: &mut Paths, points: &[[f32; 2]], closed: bool, most: f32) {
    let before = few.points.len();
    let mut keep = |at: usize| {
        let point = points[at].map(f32::round);
        if few.points.len() == before || few.points.last() != Some(&point) {
            few.points.push(point);
        }
    };
    if let Some(last) = points.len().checked_sub(1) {
        // Of an outline the point farthest from its first is kept, as if both were ends of lines.
        let middle = if closed {
            farthest(points, 0, last, points[0])
        } else {
            0
        };
        keep(0);
        thin(points, 0, middle, most, &mut keep);
        thin(points, middle, last, most, &mut keep);
    }
    let least = if closed { 3 } else { 2 };
    if few.points.len() - before < least || span(&few.points[before..]) <= most {
        few.points.truncate(before);
    } else {
        few.ends.push((few.points.len(), closed));
    }
}

/// Keeps the points between two that a straight line would leave out too plainly, and the second of the two
/// (Douglas and Peucker, 1973).
fn thin(points: &[[f32; 2]], first: usize, last: usize, most: f32, keep: &mut impl FnMut(usize)) {
    if last <= first {
        return;
    }
    let off = |at: usize| distance(points[at], points[first], points[last]);
    let far = (first + 1..last).max_by(|&a, &b| off(a).total_cmp(&off(b)));
    match far.filter(|&far| off(far) > most) {
        Some(far) => {
            thin(points, first, far, most, keep);
            thin(points, far, last, most, keep);
        }
        None => keep(last),
    }
}

fn farthest(points: &[[f32; 2]], first: usize, last: usize, from: [f32; 2]) -> usize {
    let off = |at: usize| distance(points[at], from, from);
    (first..=last)
        .max_by(|&a, &b| off(a).total_cmp(&off(b)))
        .unwrap_or(first)
}

/// How far a point is from the straight line between two others.
fn distance([x, y]: [f32; 2], [ax, ay]: [f32; 2], [bx, by]: [f32; 2]) -> f32 {
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 {
        (((x - ax) * dx + (y - ay) * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (x - ax - along * dx).hypot(y - ay - along * dy)
}

/// The longer side of the box round some points.
fn span(points: &[[f32; 2]]) -> f32 {
    let ends = |axis: usize| {
        let values = points.iter().map(move |point| point[axis]);
        values.fold((f32::MAX, f32::MIN), |(low, high), value| {
            (low.min(value), high.max(value))
        })
    };
    let [across, down] = [0, 1].map(|axis| {
        let (low, high) = ends(axis);
        high - low
    });
    across.max(down)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SIZE: Size = Size {
        width: 100.0,
        height: 100.0,
    };

    fn paths(pieces: &[(&[[f32; 2]], bool)]) -> Paths {
        let mut paths = Paths::default();
        for (points, closed) in pieces {
            paths.points.extend_from_slice(points);
            paths.ends.push((paths.points.len(), *closed));
        }
        paths
    }

    #[test]
    fn what_hardly_shows_goes_and_what_shows_stays() {
        let bumpy = [[0.0, 0.0], [10.0, 0.6], [20.0, 0.0], [30.2, 9.9]];
        let islet = [[50.0, 50.0], [51.0, 50.0], [51.0, 51.0]];
        let square = [[0.0, 40.0], [20.0, 40.0], [20.0, 60.0], [0.0, 60.0]];
        let few = coarse(
            &paths(&[(&bumpy, false), (&islet, true), (&square, true)]),
            1.5,
            SIZE,
        );
        let expected = paths(&[
            (&[[0.0, 0.0], [20.0, 0.0], [30.0, 10.0]], false),
            (&square, true),
        ]);
        assert_eq!(few, expected);
    }

    #[test]
    fn what_lies_beside_the_box_is_left_out() {
        let way = [
            [-90.0, 50.0],
            [-40.0, 50.0],
            [50.0, 20.0],
            [180.0, 50.0],
            [190.0, 90.0],
        ];
        let land = [[50.0, -90.0], [190.0, -90.0], [190.0, 60.0], [50.0, 60.0]];
        let few = coarse(&paths(&[(&way, false), (&land, true)]), 1.0, SIZE);
        let expected = paths(&[
            (&[[-40.0, 50.0], [50.0, 20.0], [180.0, 50.0]], false),
            (
                &[[104.0, 60.0], [50.0, 60.0], [50.0, -4.0], [104.0, -4.0]],
                true,
            ),
        ]);
        assert_eq!(few.ends, expected.ends);
        assert_eq!(few.points[..3], expected.points[..3]);
        for corner in &expected.points[3..] {
            assert!(few.points[3..].contains(corner), "{corner:?} in {few:?}");
        }
    }

    #[test]
    fn nothing_of_nothing() {
        assert_eq!(coarse(&Paths::default(), 1.0, SIZE), Paths::default());
        assert_eq!(
            coarse(&paths(&[(&[], false), (&[[1.0, 1.0]], true)]), 1.0, SIZE),
            Paths::default()
        );
    }

    proptest! {
        #[test]
        fn no_point_strays_by_more_than_it_may(
            points in proptest::collection::vec(proptest::array::uniform2(0.0_f32..100.0), 2..40),
            closed in any::<bool>(),
        ) {
            let few = coarse(&paths(&[(&points, closed)]), 2.0, SIZE);
            prop_assume!(!few.ends.is_empty());
            let mut corners = few.points.clone();
            if closed { corners.push(few.points[0]); }
            for point in points {
                let off = corners.windows(2).map(|line| distance(point, line[0], line[1]));
                let off = off.fold(f32::MAX, f32::min);
                // Rounding moves a line by up to half the diagonal of a pixel.
                prop_assert!(off <= 2.0 + 0.75, "{point:?} is {off} off");
            }
        }
    }
}

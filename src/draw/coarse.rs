//! Coarse: a picture in few bytes: whole pixels, and no point that hardly shows.

use crate::model::picture::Paths;

/// The lines and outlines with every point on a whole pixel, so few of them that no line strays by more than
/// `most` pixels, and without outlines no larger than that.
pub fn coarse(paths: &Paths, most: f32) -> Paths {
    let mut few = Paths::default();
    let mut start = 0;
    for &(end, closed) in &paths.ends {
        let points = &paths.points[start..end];
        start = end;
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
    few
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
        );
        let expected = paths(&[
            (&[[0.0, 0.0], [20.0, 0.0], [30.0, 10.0]], false),
            (&square, true),
        ]);
        assert_eq!(few, expected);
    }

    #[test]
    fn nothing_of_nothing() {
        assert_eq!(coarse(&Paths::default(), 1.0), Paths::default());
        assert_eq!(
            coarse(&paths(&[(&[], false), (&[[1.0, 1.0]], true)]), 1.0),
            Paths::default()
        );
    }

    proptest! {
        #[test]
        fn no_point_strays_by_more_than_it_may(
            points in proptest::collection::vec(proptest::array::uniform2(0.0_f32..100.0), 2..40),
            closed in any::<bool>(),
        ) {
            let few = coarse(&paths(&[(&points, closed)]), 2.0);
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

package raftlab.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Several.Kind;

/** Compares lists, sets and unions: by parts, without order unless the profile asks for it. */
final class PartsComparison {

  private final Rules rules;
  private final Comparison comparison;

  PartsComparison(Rules rules, Comparison comparison) {
    this.rules = rules;
    this.comparison = comparison;
  }

  Judgement compare(Node gold, Node answer) {
    List<Node> left = parts(gold);
    List<Node> right = parts(answer);
    Kind goldKind = kind(gold);
    Kind answerKind = kind(answer);
    boolean tuple = gold instanceof Bracketed || answer instanceof Bracketed;
    if (goldKind == Kind.UNION || answerKind == Kind.UNION) {
      return unordered(
          List.of(
              gold instanceof Several ? left : List.of(gold),
              answer instanceof Several ? right : List.of(answer)),
          true);
    }
    if (tuple && !tupleAllowed(gold, answer)) {
      return partial(List.of(left, right), Comparison.kinds(gold, answer));
    }
    if (tuple && gold instanceof Bracketed != answer instanceof Bracketed) {
      return comparison.ordered(left, right);
    }
    boolean set = points(left) || points(right) || goldKind == Kind.SET || answerKind == Kind.SET;
    if (!set && rules.listOrder() == Rules.ListOrder.ORDERED) {
      return comparison.ordered(left, right);
    }
    return unordered(List.of(left, right), set);
  }

  /** Points of a solution are counted once, however often they are written. */
  private static boolean points(List<Node> parts) {
    return parts.size() > 1
        && parts.stream().allMatch(part -> part instanceof Bracketed tuple && !Shapes.mixed(tuple));
  }

  private boolean tupleAllowed(Node gold, Node answer) {
    Bracketed tuple = (Bracketed) (gold instanceof Bracketed ? gold : answer);
    return rules.tupleVsSet() == Rules.TupleVsSet.LOOSE && !Shapes.mixed(tuple);
  }

  private static Kind kind(Node node) {
    return node instanceof Several several ? several.kind() : Kind.LIST;
  }

  private static List<Node> parts(Node node) {
    if (node instanceof Several several) {
      return several.parts().stream().flatMap(part -> Shapes.expanded(part).stream()).toList();
    }
    return node instanceof Bracketed tuple ? tuple.parts() : List.of(node);
  }

  /** Matches every gold part with one answer part; in sets repetition does not count. */
  private Judgement unordered(List<List<Node>> sides, boolean set) {
    List<Node> left = set ? distinct(sides.get(0)) : sides.get(0);
    List<Node> answer = new ArrayList<>(set ? distinct(sides.get(1)) : sides.get(1));
    int wanted = answer.size();
    List<Node> gold = withoutIdentical(left, answer);
    boolean proof = true;
    boolean unknown = false;
    int found = left.size() - gold.size();
    for (Node part : gold) {
      int at = -1;
      for (int k = 0; k < answer.size() && at < 0; k++) {
        Judgement judged = comparison.compare(part, answer.get(k));
        unknown |= judged.isUnknown();
        proof &= judged.proof() || !judged.isEqual();
        at = judged.isEqual() ? k : -1;
      }
      if (at >= 0) {
        answer.remove(at);
        found++;
      }
    }
    if (found == left.size() && answer.isEmpty()) {
      return Judgement.equal(Method.PARTS, proof, "The parts are the same.");
    }
    if (unknown) {
      return Judgement.unknown("A part could be neither proved equal nor told apart.");
    }
    String reason =
        found + " of " + left.size() + " parts were found among the " + wanted + " given.";
    return credited(
        found, left.size(), answer.isEmpty(), Judgement.different(Method.PARTS, proof, reason));
  }

  private Judgement partial(List<List<Node>> sides, Judgement otherwise) {
    return rules.partial() == Rules.Partial.NONE ? otherwise : unordered(sides, false);
  }

  private Judgement credited(int found, int of, boolean nothingWrong, Judgement different) {
    if (!nothingWrong || found == 0 || rules.partial() == Rules.Partial.NONE) {
      return different;
    }
    return rules.partial() == Rules.Partial.ANY
        ? Judgement.equal(
            Method.PARTS, true, "A part of the answer is right, which the profile accepts.")
        : different.withCredit((double) found / of);
  }

  /** Takes the parts that both sides have out of the answer's; returns the others of the gold. */
  private static List<Node> withoutIdentical(List<Node> gold, List<Node> answer) {
    Map<Node, Integer> counts = new HashMap<>();
    answer.forEach(part -> counts.merge(part, 1, Integer::sum));
    List<Node> rest = new ArrayList<>();
    Map<Node, Integer> taken = new HashMap<>();
    for (Node part : gold) {
      if (taken.getOrDefault(part, 0) < counts.getOrDefault(part, 0)) {
        taken.merge(part, 1, Integer::sum);
      } else {
        rest.add(part);
      }
    }
    answer.removeIf(part -> remove(taken, part));
    return rest;
  }

  private static boolean remove(Map<Node, Integer> counts, Node part) {
    Integer count = counts.get(part);
    if (count == null) {
      return false;
    }
    counts.compute(part, (same, n) -> count == 1 ? null : count - 1);
    return true;
  }

  private List<Node> distinct(List<Node> parts) {
    List<Node> kept = new ArrayList<>();
    for (Node part : new LinkedHashSet<>(parts)) {
      if (kept.stream().noneMatch(other -> comparison.compare(other, part).isEqual())) {
        kept.add(part);
      }
    }
    return kept;
  }
}

package raftlab.select;

import java.util.List;

/** Chooses among the candidates that passed every discard and filter. Pure. */
interface SelectionRule {

  /** Returns the chosen candidates in any order, none of them twice. */
  List<Candidate> choose(List<Candidate> candidates, Ranking ranking);

  /** Returns its name, as the option has it. */
  String name();

  /** Returns its settings in a few words. */
  String describe();
}

package raftlab.select;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One stage of the funnel before the rule.
 *
 * @param name the stage's name in the funnel
 * @param left maps the candidates that came in to those left, in the same order
 */
record Filter(String name, UnaryOperator<List<Candidate>> left) {}

package raftlab.grade;

import java.util.Optional;
import raftlab.eval.Ballot;

/**
 * What is kept of a graded row: counts and votes, no text.
 *
 * @param samples responses that were graded, at least 1
 * @param correct those that are right
 * @param unknown those left undecided
 * @param unparsable those in which no answer was found
 * @param missing responses that are null, which are in none of the others
 * @param ballot which responses give the same answer; empty for a single response
 */
record ProblemVerdicts(
    int samples, int correct, int unknown, int unparsable, int missing, Optional<Ballot> ballot) {}

/**
 * The toy town: a generated world of small talk with a hidden gold preference, for the experiments
 * of RAFT's language-model paper (arXiv 2304.06767) in miniature. Stands at the start of the data
 * flow, beside MiniMath.
 *
 * <p>A {@code Topic} is what somebody asks about, {@code Sentences} are what can be said of it, an
 * {@code Author} strings them together well or badly, and {@code Gold} says what a reply is worth.
 * The rude sentences are childproof and the two groups are made up. Imports only core, the
 * preference pair and the JDK.
 */
package raftlab.data.dialogue;

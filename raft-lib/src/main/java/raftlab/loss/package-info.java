/**
 * Losses as pure functions in double precision: advantages of a group, masked negative
 * log-likelihood, clipped surrogate, KL to a frozen reference, DPO, Bradley-Terry, normalisers.
 *
 * <pre>
 * log-probabilities, advantages -> [ PolicyLoss ] -> value, d value / d log-probability
 * </pre>
 *
 * <p>They see log-probabilities and no tensor: the gradient with respect to each token's
 * log-probability goes into one fused kernel call, which carries it on to the weights. Formulas and
 * sources: algorithms.md cards 3 to 9. Everything here is immutable and thread-safe.
 */
package raftlab.loss;

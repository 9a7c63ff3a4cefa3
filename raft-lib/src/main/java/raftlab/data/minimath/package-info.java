/**
 * MiniMath: a generated benchmark, and the corpus the embedded base model is trained on. Stands at
 * the start of the data flow: it makes the {@code PromptSet}s that are sampled and evaluated.
 *
 * <p>A {@code Family} draws an {@code Exercise}, a {@code Hand} solves it step by step (one small
 * operation at a time, and with a slip where one is ordered), an {@code Author} writes it down.
 * Imports only core and the JDK.
 */
package raftlab.data.minimath;

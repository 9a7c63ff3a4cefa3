/**
 * Files written so that a reader never sees half of one, and their hashes. The lowest layer beside
 * {@code core}: every package that keeps something on disk writes through {@link
 * raftlab.files.AtomicFile}. Imports only core and the JDK, and Gson for the JSON form.
 */
package raftlab.files;

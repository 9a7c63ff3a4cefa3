/**
 * The shell front end behind {@code ./raft}: between the command line and the commands. It reads
 * the words, keeps named results in the workspace folder, prints results on standard output and
 * progress on standard error, and turns the end of the work into an exit code.
 */
package raftlab.kernel.cli;

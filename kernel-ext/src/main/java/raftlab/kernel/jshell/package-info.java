/**
 * Our own Jupyter kernel "Java (RAFT)": JShell behind the Jupyter protocol. Between the notebook,
 * which sends cells, and the commands, which it runs for lines that start with {@code %raft}.
 */
package raftlab.kernel.jshell;

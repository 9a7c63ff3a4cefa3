/** The phases of RAFT as commands, one class each, and {@code run}, which chains them. */
package raftlab.kernel.command.flow;

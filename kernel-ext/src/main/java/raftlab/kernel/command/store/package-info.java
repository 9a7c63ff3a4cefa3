/**
 * Named results as files, so that the next shell call, or another session, finds them: between the
 * commands, which name results, and the record files of {@code raftlab.run}.
 */
package raftlab.kernel.command.store;

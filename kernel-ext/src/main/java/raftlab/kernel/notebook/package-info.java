/**
 * What a front end offers to commands (show, update, bind, ask whether to stop) and how results
 * become MIME bundles. Between the commands, which know only this package, and the kernel, the
 * hosts and the terminal, which implement it.
 */
package raftlab.kernel.notebook;

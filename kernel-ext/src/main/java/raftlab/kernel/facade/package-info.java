/**
 * What cells call directly: showing values, running command lines, making rewards of lambdas. Above
 * the commands; set up by the kernel that runs the cells.
 */
package raftlab.kernel.facade;

/**
 * Thin adapters that offer {@code %raft} in kernels of others: an extension for stock JJava and a
 * static {@code install()} for classic IJava. Both feed one {@link raftlab.kernel.host.HostMagics};
 * the classes of the host that is absent are never loaded.
 */
package raftlab.kernel.host;

package raftlab.kernel.command.flow;

import java.util.Iterator;

/** The names of the runs there are, for completion. */
final class RunNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Runs.names().iterator();
  }
}

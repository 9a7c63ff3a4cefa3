package raftlab.kernel.host;

import raftlab.kernel.notebook.MimeBundle;

/** What an adapter needs of the kernel it lives in. */
interface Host {

  /** Shows a bundle under an id. */
  void show(String id, MimeBundle bundle);

  /** Replaces what is shown under an id. */
  void update(String id, MimeBundle bundle);

  /** Evaluates Java text in the session of the cell that runs. */
  Object evaluate(String java) throws Exception;

  /** Returns whether the kernel shows the value of a magic that ends a cell. */
  boolean showsResults();
}

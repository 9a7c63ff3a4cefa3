/**
 * The measures of RAFT's language-model experiment (arXiv 2304.06767) on the dialogue world:
 * reward, perplexity and diversity as in its Table 3, and the skew between groups. Stands at the
 * end of the data flow: it reads policies and changes nothing.
 */
package raftlab.alignment;

/**
 * Where prompts and public rollouts come from: readers of JSON lines and CSV, descriptors of public
 * data sets, their download with checksum, prompt templates, and the import of other people's
 * rollout files.
 *
 * <pre>
 * DatasetCatalog -> DatasetDescriptor -> DatasetFetch -> BenchmarkLoader -> PromptSet
 *                                              |
 *                                        RolloutImport -> PromptSet + RolloutSet + peer notes
 * </pre>
 *
 * Imports core and Gson.
 */
package raftlab.data;

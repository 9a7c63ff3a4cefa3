/**
 * Sweeps: many runs over algorithms, settings and seeds, planned from one YAML file, each an
 * ordinary run directory below the sweep's.
 *
 * <pre>
 * runs/SWEEP/sweep.json            the plan, written before anything else
 * runs/SWEEP/LABEL-seedN/...       the runs
 * </pre>
 *
 * Imports core, files, run and algorithm; how a run is laid out and driven is given from above.
 */
package raftlab.sweep;

// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

/** Watches a scenario while it is played. */
public interface Watcher {

	/** Nobody watches. */
	Watcher NONE = step -> true;

	/** Takes a step that was played; tells whether to go on. The last one comes again, with its failure, where what it asked for turns out refused. */
	boolean played(ScenarioResult.Step step);
}

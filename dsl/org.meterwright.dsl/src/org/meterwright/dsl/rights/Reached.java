// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.List;

import org.meterwright.dsl.cosemDsl.Target;
import org.meterwright.dsl.elaborate.Referent;

/**
 * What a target means.
 *
 * @param target    the target
 * @param named     an object that is named there, in contrast to {@code *}, {@code every} and groups, which pass over what does not apply
 * @param referents what it means
 */
record Reached(Target target, boolean named, List<Referent> referents) {
}

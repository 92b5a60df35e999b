// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide;


/**
 * Use this class to register ide components.
 */
public class CosemIdeModule extends AbstractCosemIdeModule {
}

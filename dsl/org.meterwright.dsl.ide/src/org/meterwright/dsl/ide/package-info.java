// SPDX-License-Identifier: EPL-2.0
/** Language services: content assist, hover, quick fixes, outline, colouring; language server. */
package org.meterwright.dsl.ide;

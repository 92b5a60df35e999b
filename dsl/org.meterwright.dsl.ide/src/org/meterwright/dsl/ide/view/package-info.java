// SPDX-License-Identifier: EPL-2.0
/** What an editor shows of a text beside its findings: folding, selection, kinds of names, lenses. */
package org.meterwright.dsl.ide.view;

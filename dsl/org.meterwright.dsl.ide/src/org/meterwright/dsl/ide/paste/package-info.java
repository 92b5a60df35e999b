// SPDX-License-Identifier: EPL-2.0
/** What is pasted into a text, made into objects where it is an object list or a table. */
package org.meterwright.dsl.ide.paste;

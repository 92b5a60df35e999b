// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.util.Set;

/** Rights of the ESME-like meter: association 0 is public, 1 the supplier, 2 the network operator, 4 local. */
final class EsmeLikeRights {
	private static final int READ = 1 | 4 | 32;
	private static final int READ_WRITE = READ | 2;
	private static final int ENCRYPTED = READ_WRITE | 8 | 64;
	private static final int CALL = 1 | 4 | 32;

	private EsmeLikeRights() {
	}

	static int attribute(String rights, int index, int association) {
		boolean open = association == 0;
		boolean supplier = association == 1;
		if (index == 1) {
			return open ? Set.of("pub", "assoc", "clock").contains(rights) ? 1 : 0 : READ;
		}
		return switch (rights) {
			case "pub" -> open ? 1 : READ;
			case "clock" -> open ? index == 2 ? 1 : 0 : supplier ? ENCRYPTED : READ;
			case "assoc" -> association(index, association);
			case "thr" -> open ? 0 : association <= 2 ? ENCRYPTED : READ;
			case "prof" -> open || association > 3 ? 0 : READ | 64;
			case "cfg", "tar", "script" -> supplier ? ENCRYPTED : association == 2 ? READ : 0;
			case "push" -> supplier || association == 2 ? ENCRYPTED : 0;
			case "sec" -> open ? 0 : index != 2 ? READ : supplier ? ENCRYPTED | 16 : READ;
			case "disc", "mbus", "fw" -> open ? 0 : supplier ? ENCRYPTED : READ;
			case "pay" -> supplier ? ENCRYPTED : association == 4 ? READ : 0;
			default -> open ? 0 : READ;
		};
	}

	private static int association(int index, int association) {
		if (association == 0) {
			return Set.of(2, 3, 4, 5, 6, 8).contains(index) ? 1 : 0;
		}
		return index != 7 ? READ : association == 1 ? ENCRYPTED & ~1 : 0;
	}

	static int method(String rights, int index, int association) {
		if (association == 0) {
			return 0;
		}
		return switch (rights) {
			case "script", "disc", "fw", "sec", "mbus", "pay", "push", "tar", "clock" -> association == 1 ? CALL | 8 | 64 : 0;
			case "prof" -> association == 1 ? CALL | 8 | 64 : association == 2 ? CALL : 0;
			case "assoc" -> index == 1 ? CALL : 0;
			case "measx" -> association == 1 ? CALL : 0;
			default -> 0;
		};
	}
}

// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.EncodedSize;
import org.meterwright.cosem.value.Value;

/**
 * How much room the meter's behaviour needs in the access code.
 *
 * @param watches what watches values: Register monitors, Limiters and thresholds without an object
 * @param demands Demand registers
 * @param periods most periods over which a Demand register slides
 * @param longest octets of the longest value that behaviour puts together from storage
 * @param edited  octets of the longest array or structure that methods change
 */
public record BehaviourRoom(int watches, int demands, int periods, int longest, int edited) {
	private static final int DEMAND_REGISTER = 5;
	private static final int NUMBER_OF_PERIODS = 9;
	private static final int REGISTER_MONITOR = 21;
	private static final int LIMITER = 71;
	private static final int MOST_PERIODS = 255;
	private static final int LEAST = 64;
	private static final int MOST = 2048;
	private static final int MOST_EDITED = 0xFFF0;
	/** Classes whose attributes say what the meter does; see mw_schedule.h, mw_watch.h, mw_demand.h, mw_method.h. */
	private static final Set<Integer> CLASSES = Set.of(3, 4, DEMAND_REGISTER, 6, 8, 9, 10, 11, 18, 20, REGISTER_MONITOR, 22, 40, 64, 68, 70, LIMITER, 111, 112, 113, 115);

	/** Classes whose methods change arrays, structures and bit-strings. */
	private static final Set<Integer> EDITED = Set.of(6, 10, 11, 18, 111, 113);

	/** Octets of mw_work.h on a 32-bit target: what stands before the watches, a watch, keys that came and how many, a push that waits, what stands before those. */
	private static final int BEFORE_WATCHES = 112;
	private static final int WATCH = 16;
	private static final int STAGED = 72;
	private static final int JOB = 16;
	private static final int JOBS = 8;
	private static final int BEFORE_JOBS = 32;
	private static final int SUM = 8;

	/** Returns the octets of mw_work, what behaviour remembers until the supply fails. */
	public long work() {
		long demand = SUM + (long) SUM * periods + 2 * SUM;
		return aligned(aligned(BEFORE_WATCHES + (long) WATCH * Math.max(1, watches)) + demand * Math.max(1, demands) + STAGED);
	}

	/** Returns the octets of mw_kept, what it remembers over a loss of power. */
	public static long kept() {
		return BEFORE_JOBS + (long) JOB * JOBS;
	}

	private static long aligned(long octets) {
		return (octets + SUM - 1) / SUM * SUM;
	}

	/** Adds up what a layout needs. */
	public static BehaviourRoom of(TableLayout layout) {
		int rows = (int) layout.thresholds().stream().filter(row -> row.monitored().isPresent()).count();
		int watches = count(layout, REGISTER_MONITOR) + count(layout, LIMITER) + rows;
		int periods = layout.objects().stream().filter(object -> CosemObjects.classId(object.object()) == DEMAND_REGISTER).mapToInt(BehaviourRoom::periods).max().orElse(1);
		int longest = layout.objects().stream().filter(object -> CLASSES.contains(CosemObjects.classId(object.object())) || object.object().getActive() != null)
				.mapToInt(BehaviourRoom::longest).max().orElse(LEAST);
		int edited = layout.objects().stream().filter(object -> EDITED.contains(CosemObjects.classId(object.object())))
				.flatMap(object -> object.object().getAttributes().stream()).mapToInt(BehaviourRoom::written).max().orElse(LEAST);
		return new BehaviourRoom(watches, count(layout, DEMAND_REGISTER), periods, Math.max(LEAST, longest), Math.max(LEAST, edited));
	}

	private static int count(TableLayout layout, int classId) {
		return (int) layout.objects().stream().filter(object -> CosemObjects.classId(object.object()) == classId).count();
	}

	private static int periods(LaidObject object) {
		return CosemObjects.value(object.object(), NUMBER_OF_PERIODS).filter(Value.Int.class::isInstance).map(Value.Int.class::cast)
				.map(number -> number.value().min(BigInteger.valueOf(MOST_PERIODS)).max(BigInteger.ONE).intValue()).orElse(1);
	}

	private static int longest(LaidObject object) {
		List<Descriptor> descriptors = object.descriptors();
		int longest = 0;
		for (int i = 0; i < descriptors.size(); i++) {
			if (isPutTogether(descriptors.get(i))) {
				longest = Math.max(longest, CosemObjects.attribute(object.object(), i + 2).map(BehaviourRoom::longest).orElse(0));
			}
		}
		return longest;
	}

	private static boolean isPutTogether(Descriptor descriptor) {
		return switch (descriptor) {
			case Descriptor.Native simple -> true;
			case Descriptor.Call call -> true;
			case Descriptor.Formed formed -> !NativeForms.isStored(formed.program());
			default -> false;
		};
	}

	private static int written(Attribute attribute) {
		if (attribute.getStorage() != Storage.RAM && attribute.getStorage() != Storage.NVM || attribute.getType() == null) {
			return 0;
		}
		int first = Axdr.encode(AttributePlanner.value(attribute)).length();
		return (int) Math.min(MOST_EDITED, Math.max(first, EncodedSize.maximum(attribute.getType(), attribute.getMaximumLength()).orElse(first)));
	}

	private static int longest(Attribute attribute) {
		return (int) Math.min(MOST, EncodedSize.maximum(attribute.getType(), attribute.getMaximumLength()).orElse(LEAST));
	}
}

package dev.groundswell.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A group of the spine.
 *
 * @param key what its voices have in common below the parent
 * @param unanimous true where nine of ten parts of the parent's weight are here: told only as that
 * @param children its parts; empty where it is told as a whole
 */
record Node(String key, BitSet voices, boolean unanimous, List<Node> children) {

    /** The finest groups: whatever is told is told of one of them, or of several together. */
    Stream<Node> atoms() {
        boolean whole = children.isEmpty() || children.get(0).unanimous();
        return whole ? Stream.of(this) : children.stream().flatMap(Node::atoms);
    }

    /** All groups below that are told by a name. */
    Stream<Node> named() {
        return children.stream()
                .flatMap(child -> Stream.concat(Stream.of(child), child.named()))
                .filter(node -> !Merging.NAMELESS.contains(node.key()));
    }
}

/**
 * The exhaustive checker: the real use cases of order, payment and hold, run over every interleaving of two handlers
 * and their surroundings, with every fault at every remote call, for shops small enough to be exhausted.
 *
 * <p>A handler is a use case that ships, started as often as anybody likes: any message may come at any time, twice,
 * late, or next to itself. Between any two of its remote calls the other handler may go on, a third party may do a
 * whole step (cancel, dispatch, deliver, review, due work, goods coming in), and the handler may die. A commit may be
 * written, refused, contended, written with its answer lost, written and repeated by the client, or lost on the way;
 * the provider may approve, approve another amount, decline, be away, or leave the answer open, with and without
 * effect, and a look-up may fail. In every state safety is checked ({@link Laws}); from every state it is shown that,
 * were there no more faults, all comes to rest in a final or a named waiting state; and every declared transition and
 * resting place must have been seen.
 *
 * <p>What it leaves out: relays and queues (that a message comes at all is for the random simulator), more than two
 * handlers that can be interrupted, and a clock that moves between now and long after every due time.
 */
@NullMarked
package dev.holdfast.simulation.exhaustive;

import org.jspecify.annotations.NullMarked;

/**
 * Whether this node works: yes or no for anybody who asks, and in detail at the management address, where load balancers
 * and container platforms ask whether to send it requests.
 */
@NullMarked
package com.siacapp.health;

import org.jspecify.annotations.NullMarked;

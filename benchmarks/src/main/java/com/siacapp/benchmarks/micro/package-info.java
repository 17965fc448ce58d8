/** The hot paths alone, by JMH: the very classes of the product, without HTTP and without a container. */
@NullMarked
package com.siacapp.benchmarks.micro;

import org.jspecify.annotations.NullMarked;

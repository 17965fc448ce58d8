@NullMarked
package com.siacapp.transport.boundary;

import org.jspecify.annotations.NullMarked;

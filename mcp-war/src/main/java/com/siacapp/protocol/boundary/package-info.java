@NullMarked
package com.siacapp.protocol.boundary;

import org.jspecify.annotations.NullMarked;

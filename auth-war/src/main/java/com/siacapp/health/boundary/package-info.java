@NullMarked
package com.siacapp.health.boundary;

import org.jspecify.annotations.NullMarked;

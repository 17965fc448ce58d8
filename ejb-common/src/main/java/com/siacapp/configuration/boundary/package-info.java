@NullMarked
package com.siacapp.configuration.boundary;

import org.jspecify.annotations.NullMarked;

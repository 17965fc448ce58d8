@NullMarked
package com.siacapp.metadata.boundary;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.siacapp.audit.boundary;

import org.jspecify.annotations.NullMarked;

@NullMarked
package com.siacapp.serviceaccounts.control;

import org.jspecify.annotations.NullMarked;

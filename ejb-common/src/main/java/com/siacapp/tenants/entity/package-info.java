@NullMarked
package com.siacapp.tenants.entity;

import org.jspecify.annotations.NullMarked;
